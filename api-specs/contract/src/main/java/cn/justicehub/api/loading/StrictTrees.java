package cn.justicehub.api.loading;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the files of a folder as trees; a name given twice, or bytes after the end, are faults. */
final class StrictTrees {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final FolderContent folder;
    private final Faults faults;

    StrictTrees(FolderContent folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /** The object in this file; empty after a fault, also when the file is missing. */
    Optional<JsonNode> required(String path) {
        if (folder.bytes(path) == null) {
            faults.add(path, "", "the file is missing");
        }
        return optional(path);
    }

    /** The object in this file; empty when there is no such file, or after a fault. */
    Optional<JsonNode> optional(String path) {
        byte[] bytes = folder.bytes(path);
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            JsonNode tree = (path.endsWith(".json") ? JSON : YAML).readTree(bytes);
            if (tree.isObject()) {
                return Optional.of(tree);
            }
            faults.add(path, "", "must be an object");
        } catch (JacksonException broken) {
            TokenStreamLocation at = broken.getLocation();
            String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            faults.add(path, "", "cannot be read" + where + ": " + broken.getOriginalMessage());
        }
        return Optional.empty();
    }
}
