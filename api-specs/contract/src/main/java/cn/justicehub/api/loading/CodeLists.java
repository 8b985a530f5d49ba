package cn.justicehub.api.loading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Code lists by name: ASCII codes with their Chinese labels, in the order of the file. */
final class CodeLists {

    static final String COMMON_FILE = "common/codes.yaml";
    static final String OWN_FILE = "codes.yaml";
    private static final Pattern LIST = Pattern.compile("CL-[A-Z][A-Z0-9-]*");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,39}");

    private final Map<String, Map<String, String>> lists = new LinkedHashMap<>();

    static CodeLists read(StrictTrees trees, Faults faults) {
        CodeLists codes = new CodeLists();
        trees.required(COMMON_FILE).ifPresent(tree -> codes.add(new Section(faults, COMMON_FILE, "", tree)));
        trees.optional(OWN_FILE).ifPresent(tree -> codes.add(new Section(faults, OWN_FILE, "", tree)));
        return codes;
    }

    /** Labels by code, or null when there is no such list. */
    @Nullable
    Map<String, String> labels(String list) {
        return lists.get(list);
    }

    private void add(Section file) {
        for (String name : file.node().propertyNames()) {
            if (!LIST.matcher(name).matches()) {
                file.fault(name, "a code list is called CL-…");
            }
            Section list = file.object(name);
            if (list != null && lists.put(name, codes(list)) != null) {
                file.fault(name, "the code list '" + name + "' is there already");
            }
        }
    }

    private static Map<String, String> codes(Section list) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> code : list.node().properties()) {
            if (!CODE.matcher(code.getKey()).matches()) {
                list.fault(code.getKey(), "a code is of A-Z, 0-9, '-' and '_'");
            }
            labels.put(code.getKey(), list.required(code.getKey()).orElse(""));
        }
        if (labels.isEmpty()) {
            list.fault("", "the code list is empty");
        }
        return labels;
    }
}
