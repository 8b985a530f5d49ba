package cn.justicehub.hub.definitions;

import java.util.List;

/**
 * What folders would change, or why they cannot.
 *
 * @param revision of the active set
 * @param changes what differs from it, as {@code exchanges/defence-notice: version 1 to 2}
 * @param faults everything that keeps the folders from coming in force
 */
public record FolderReport(int revision, List<String> changes, List<String> faults) {

    public FolderReport {
        changes = List.copyOf(changes);
        faults = List.copyOf(faults);
    }
}
