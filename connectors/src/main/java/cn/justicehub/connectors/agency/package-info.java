/** What the hub knows about an agency: one folder of data each, checked whole when it is loaded (DESIGN §4). */
@NullMarked
package cn.justicehub.connectors.agency;

import org.jspecify.annotations.NullMarked;
