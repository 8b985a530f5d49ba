/** Posting a message to an agency as a Standard Webhooks request: one attempt, one classified outcome (PATH §3). */
@NullMarked
package cn.justicehub.connectors.push;

import org.jspecify.annotations.NullMarked;
