package cn.justicehub.api.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether the folder has the files it needs, and no others. */
final class FileChecks {

    private static final Pattern KNOWN = Pattern.compile(
            "type\\.yaml|codes\\.yaml|labels\\.yaml|README\\.md|schemas/[^/]+\\.json|examples/(?:accept|reject)/[^/]+\\.json"
                    + "|common/(?:definitions\\.json|codes\\.yaml|registers\\.yaml)");

    private FileChecks() {}

    static void run(TypeDraft draft, FolderContent folder, Faults faults) {
        List<String> acts = new ArrayList<>(draft.acts().keySet());
        for (String path : folder.paths()) {
            String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.json$", "");
            if (!KNOWN.matcher(path).matches()) {
                faults.add(path, "", "the file has no place in a type's folder");
            } else if (path.startsWith("schemas/") && !acts.contains(name)) {
                faults.add(path, "", "there is no act '" + name + "'");
            } else if (path.startsWith("examples/") && actOf(name, acts).isEmpty()) {
                faults.add(path, "", "its name does not begin with an act");
            }
        }
        for (String act : acts) {
            requireExample(folder, faults, acts, "accept", act);
            requireExample(folder, faults, acts, "reject", act);
        }
    }

    /** The act an example is of: the longest name of an act that its own name begins with. */
    static Optional<String> actOf(String example, List<String> acts) {
        return acts.stream()
                .filter(act -> example.equals(act) || example.startsWith(act + "-"))
                .reduce((some, other) -> some.length() > other.length() ? some : other);
    }

    private static void requireExample(
            FolderContent folder, Faults faults, List<String> acts, String kind, String act) {
        String directory = "examples/" + kind + "/";
        boolean found = folder.paths().stream()
                .filter(path -> path.startsWith(directory))
                .map(path -> path.substring(directory.length()).replaceFirst("\\.json$", ""))
                .anyMatch(name -> actOf(name, acts).filter(act::equals).isPresent());
        if (!found) {
            faults.add(directory + act + ".json", "", "there is no example to " + kind + " for '" + act + "'");
        }
    }
}
