package cn.justicehub.hub.definitions;

import cn.justicehub.hub.start.CannotStartException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides at start what is in force: what the folders say, or, when they are faulty, what was active before. */
final class StartUp {

    private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);

    private final DefinitionTable table;
    private final Activation activation;
    private final ActiveCatalogue catalogue;
    private final Follower follower;
    private final @Nullable Integer replace;

    StartUp(
            DefinitionTable table,
            Activation activation,
            ActiveCatalogue catalogue,
            Follower follower,
            @Nullable Integer replace) {
        this.table = table;
        this.activation = activation;
        this.catalogue = catalogue;
        this.follower = follower;
        this.replace = replace;
    }

    /**
     * Activates what the folders hold, if it adds to or renews what is active, and lets the clients in. Replicas that
     * start at once do so one after the other ({@link StartLock}).
     *
     * @throws CannotStartException when the folders are faulty and nothing was ever active
     */
    void run(Folders.Reading reading) {
        settle(reading);
        follower.follow();
    }

    private void settle(Folders.Reading reading) {
        int judged = table.revision(); // before what is in force is read: at worst it is taken for too old
        catalogue.refresh();
        boolean mayGoBack = replace != null && replace == judged;
        List<String> faults = new Judge(table).faults(catalogue.set(), reading, mayGoBack);
        if (!faults.isEmpty()) {
            refuse(faults);
            return;
        }
        if (!reading.set().digests().equals(table.active())) {
            activation.activate(reading.set(), reading.definitions(), judged);
            catalogue.refresh();
            LOG.info(
                    "activated {} exchange types and {} agencies",
                    catalogue.active().size(),
                    catalogue.agencies().all().size());
        }
    }

    private void refuse(List<String> faults) {
        if (table.active().isEmpty()) {
            throw new CannotStartException(faults);
        }
        faults.forEach(fault -> LOG.error("definition refused: {}", fault));
        LOG.error(
                "{} faults; the definitions that were active before, revision {}, stay in force",
                faults.size(),
                table.revision());
    }
}
