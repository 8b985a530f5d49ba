package cn.justicehub.hub.definitions;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.loading.AdditiveChange;
import cn.justicehub.api.loading.FolderContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says everything that keeps folders from coming in force after what is. */
final class Judge {

    private final DefinitionTable table;

    Judge(DefinitionTable table) {
        this.table = table;
    }

    /**
     * All faults of folders.
     *
     * @param mayGoBack whether they may take away or bring back
     */
    List<String> faults(DefinitionSet active, Folders.Reading reading, boolean mayGoBack) {
        List<String> faults = new ArrayList<>(reading.faults());
        if (faults.isEmpty()) {
            Map<String, FolderContent> contents = new HashMap<>();
            reading.definitions()
                    .forEach(definition -> contents.put(definition.digest(), FolderContent.of(definition.files())));
            faults.addAll(Succession.contradictions(
                    active, reading.set(), (before, next) -> notAdditive(before, contents.get(next.digest()))));
            if (!mayGoBack) {
                faults.addAll(Succession.stepsBack(active, reading.set(), table.everActive()));
            }
        }
        return faults;
    }

    private List<String> notAdditive(ExchangeType before, @Nullable FolderContent next) {
        DefinitionTable.Definition stored = table.find(before.digest());
        if (stored == null || next == null) {
            throw new IllegalStateException("definition " + before.digest() + " is not stored");
        }
        return AdditiveChange.faults(FolderContent.of(stored.files()), next);
    }
}
