package cn.justicehub.hub.definitions;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.violation.Violation;
import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.hub.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Brings the operator's folders in force while the hub runs: whole, or not at all. */
@Component
public class DefinitionActs {

    private final FolderReader folders;
    private final DefinitionTable table;
    private final Activation activation;
    private final Following following;
    private final ActiveCatalogue active;
    private final StartLock lock;

    DefinitionActs(
            FolderReader folders,
            DefinitionTable table,
            Activation activation,
            Following following,
            DefinitionConfiguration.DefinitionsInForce definitions,
            DataSource dataSource) {
        this.folders = folders;
        this.table = table;
        this.activation = activation;
        this.following = following;
        this.active = definitions.active();
        this.lock = new StartLock(dataSource);
    }

    /** What the folders, as they are now, would change. Changes nothing. */
    public FolderReport check() {
        following.followNow();
        return report(folders.read());
    }

    private FolderReport report(Folders.Reading reading) {
        return new FolderReport(
                table.revision(),
                reading.faults().isEmpty() ? changes(active.set(), reading.set()) : List.of(),
                new Judge(table).faults(active.set(), reading, false));
    }

    /**
     * Brings them in force, for all replicas; the same message again finds them so.
     *
     * @throws Refusal 422 with every fault, 409 when there is nothing new, or other definitions came in force meanwhile
     */
    public FolderReport activate(ByPerson by) {
        FolderReport[] report = new FolderReport[1];
        lock.within(() -> report[0] = activateAlone(by));
        following.followNow();
        return report[0];
    }

    private FolderReport activateAlone(ByPerson by) {
        int judged = table.revision(); // before what is in force is read: at worst it is taken for too old
        following.followNow();
        if (table.isActivation(by.agency(), by.messageId())) {
            return new FolderReport(table.revision(), List.of(), List.of());
        }
        Folders.Reading reading = folders.read();
        FolderReport found = report(reading);
        if (!found.faults().isEmpty()) {
            throw Refusal.of(
                    422,
                    found.faults().stream()
                            .map(fault -> Violation.of("E-SCHEMA", "", "定义不能启用：" + fault, fault))
                            .toList());
        }
        if (found.changes().isEmpty()) {
            throw Refusal.of(409, "E-STATE", "", "没有需要启用的变更", "the folders hold nothing new");
        }
        activation.activate(reading.set(), reading.definitions(), judged, by);
        return new FolderReport(table.revision(), found.changes(), List.of());
    }

    private static List<String> changes(DefinitionSet active, DefinitionSet next) {
        List<String> changes = new ArrayList<>();
        Set<String> types = new TreeSet<>(next.types().keySet());
        for (String name : types) {
            ExchangeType before = active.types().get(name);
            ExchangeType after = next.types().get(name);
            if (before == null) {
                changes.add("exchanges/" + name + ": new");
            } else if (after != null && !before.digest().equals(after.digest())) {
                changes.add("exchanges/" + name + ": version " + before.version() + " to " + after.version());
            }
        }
        for (Agency agency : next.agencies().all()) {
            String before =
                    active.agencies().byCode(agency.code()).map(Agency::digest).orElse("");
            if (!before.equals(agency.digest())) {
                changes.add("agencies/" + agency.code() + (before.isEmpty() ? ": new" : ": changed"));
            }
        }
        return changes;
    }
}
