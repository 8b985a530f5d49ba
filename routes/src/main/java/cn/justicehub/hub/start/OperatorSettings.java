package cn.justicehub.hub.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The settings that only an operator can know, outside the sandbox. */
@Component
final class OperatorSettings implements Requirement {

    private final HubProperties hub;

    OperatorSettings(HubProperties hub) {
        this.hub = hub;
    }

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (hub.data() == null) {
            faults.add("hub.data is not set: the directory for this replica's state, on a disk that keeps it");
        }
        if (hub.sandbox()) {
            return faults;
        }
        if (isBlank(hub.origin())) {
            faults.add("hub.origin is not set: the hub's name in its log, for ever, such as hub.example.org"
                    + " (a name, not an address)");
        }
        if (hub.agencies() == null) {
            faults.add("hub.agencies is not set: the folder with one folder for each agency");
        } else if (!isFolder(hub.agencies())) {
            faults.add("hub.agencies is no folder: " + hub.agencies());
        }
        return faults;
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path);
    }
}
