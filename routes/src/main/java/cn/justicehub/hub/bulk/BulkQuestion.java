package cn.justicehub.hub.bulk;

import cn.justicehub.hub.read.Cursor;
import cn.justicehub.hub.security.Caller;
import java.util.UUID;

/** What an operator asks about operations; each is answered with the API's {@code BulkOperation}, a list with its page. */
public sealed interface BulkQuestion {

    /** The routes that answer. */
    String START = "direct:start-operation";

    String APPROVE = "direct:approve-operation";
    String STOP = "direct:stop-operation";
    String SHOW = "direct:show-operation";
    String LIST = "direct:list-operations";
    String ITEMS = "direct:list-operation-deliveries";

    /**
     * Start one.
     *
     * @param body as received
     */
    record Start(Caller caller, byte[] body) implements BulkQuestion {}

    /**
     * Approve or stop one.
     *
     * @param body as received
     */
    record Decide(Caller caller, UUID operationId, byte[] body) implements BulkQuestion {}

    /** Show one. */
    record Show(UUID operationId) implements BulkQuestion {}

    /** What became of the deliveries of one, by their ids. */
    record Items(UUID operationId, Cursor cursor, int limit) implements BulkQuestion {}

    /** List them, newest first. */
    record Newest(Cursor cursor, int limit) implements BulkQuestion {}
}
