package cn.justicehub.hub.bulk;

import cn.justicehub.hub.delivery.OperatorRequest.Decision;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation as it stands. Times are epoch milliseconds of the business clock.
 *
 * @param number order of starting
 * @param decision what is decided
 * @param agency the operator's agency
 * @param actor the person who asked
 * @param messageId the operator's name for the request
 * @param requestSealed the request's bytes, sealed
 * @param needsApproval whether a second person has to approve it
 * @param expiresAt until when it waits for that, or null
 * @param approver the person who approved, or null
 * @param endedAt or null
 * @param ending the state in which it comes to its end, or null
 * @param counts of its deliveries
 */
record BulkOperation(
        UUID operationId,
        long number,
        Decision decision,
        String agency,
        String actor,
        UUID messageId,
        byte[] requestSealed,
        boolean needsApproval,
        State state,
        long askedAt,
        @Nullable Long expiresAt,
        @Nullable String approver,
        @Nullable Long endedAt,
        @Nullable State ending,
        Counts counts) {

    /** Where an operation stands. */
    enum State {
        /** Not recorded yet. */
        ASKED("登记中"),
        WAITING_APPROVAL("待第二人批准"),
        RUNNING("执行中"),
        STOPPING("停止中"),
        /** Its end is being recorded. */
        ENDING("即将结束"),
        FINISHED("已完成"),
        STOPPED("已停止"),
        EXPIRED("逾期未批准");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    /** The state as it is shown: that of its end once it comes to it. */
    State shown() {
        return ending == null ? state : ending;
    }

    /** How many of its deliveries. */
    record Counts(int total, int done, int skipped, int failed) {

        boolean allDecided() {
            return done + skipped + failed == total;
        }
    }
}
