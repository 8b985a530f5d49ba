/** What is wrong with a message, said once for machines and once for clerks. */
@NullMarked
package cn.justicehub.api.violation;

import org.jspecify.annotations.NullMarked;
