/** The exchange-type language: one type of exchange as checked, immutable data. */
@NullMarked
package cn.justicehub.api.definition;

import org.jspecify.annotations.NullMarked;
