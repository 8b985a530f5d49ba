/** Which network addresses the hub may connect to on behalf of an agency (PATH §3): pure rules, no name resolution. */
@NullMarked
package cn.justicehub.connectors.address;

import org.jspecify.annotations.NullMarked;
