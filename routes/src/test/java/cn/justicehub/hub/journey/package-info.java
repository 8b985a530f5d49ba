/** Whole exchanges over HTTP, as the agencies see them; each ends by verifying its receipts offline. */
@NullMarked
package cn.justicehub.hub.journey;

import org.jspecify.annotations.NullMarked;
