/** The committer: the only writer of leaves and exchange state. */
@NullMarked
package cn.justicehub.hub.commit;

import org.jspecify.annotations.NullMarked;
