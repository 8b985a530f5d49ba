/** Tests of the contract document and its expansion. */
@NullMarked
package cn.justicehub.api.openapi;

import org.jspecify.annotations.NullMarked;
