package cn.justicehub.hub.definitions;

import cn.justicehub.hub.security.ClientSync;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings a replica, and the OAuth clients of all, to what the database says is in force. */
final class Follower {

    private final DefinitionTable table;
    private final ActiveCatalogue catalogue;
    private final ClientSync clients;
    private final TransactionTemplate transaction;
    private int followed;

    Follower(DefinitionTable table, ActiveCatalogue catalogue, ClientSync clients, TransactionTemplate transaction) {
        this.table = table;
        this.catalogue = catalogue;
        this.clients = clients;
        this.transaction = transaction;
    }

    /**
     * Follows. The clients are set while the active set is locked, so that a late replica cannot bring back
     * credentials that a newer set took away; a hub that died before it did so leaves it to the others, or its restart.
     *
     * @return the revision that came in force here, 0 when nothing changed
     * @throws IllegalStateException when what is stored does not load; what was in force here stays
     */
    synchronized int follow() {
        if (table.revision() == followed) {
            return 0;
        }
        catalogue.refresh(); // types compile before the lock is taken
        Integer revision = transaction.execute(status -> {
            int locked = table.lockedRevision();
            catalogue.refresh();
            clients.replaceAll(catalogue.agencies().all());
            return locked;
        });
        followed = revision == null ? 0 : revision;
        return followed;
    }
}
