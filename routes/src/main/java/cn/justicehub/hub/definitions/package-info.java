/** The exchange types and agencies in force. */
@NullMarked
package cn.justicehub.hub.definitions;

import org.jspecify.annotations.NullMarked;
