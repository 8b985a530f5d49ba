package cn.justicehub.hub.bulk;

import org.jspecify.annotations.Nullable;

/**
 * A delivery that an operation is about.
 *
 * @param outcome what became of it
 * @param reason why nothing was done about it, as a code, or null
 */
record BulkItem(
        String deliveryId, Outcome outcome, @Nullable String reason) {

    /** What became of a delivery. */
    enum Outcome {
        WAITING("待办"),
        DONE("已办"),
        /** It was no longer parked when its turn came. */
        SKIPPED("跳过"),
        FAILED("未予办理");

        private final String zh;

        Outcome(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }
}
