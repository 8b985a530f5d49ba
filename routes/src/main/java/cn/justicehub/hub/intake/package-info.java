/** From a request to an entry the committer takes: decode, look up, authorise, check. */
@NullMarked
package cn.justicehub.hub.intake;

import org.jspecify.annotations.NullMarked;
