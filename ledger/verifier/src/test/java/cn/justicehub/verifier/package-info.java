/** Tests of the package of the same name. */
@NullMarked
package cn.justicehub.verifier;

import org.jspecify.annotations.NullMarked;
