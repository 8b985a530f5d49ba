package cn.justicehub.api.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** hub.yaml, the contract that is written by hand. */
public final class HubContract {

    private static final String RESOURCE = "/hub.yaml";

    private HubContract() {}

    /** The document as a tree of its own, which the caller may change. */
    public static JsonNode tree() {
        try (InputStream yaml = HubContract.class.getResourceAsStream(RESOURCE)) {
            if (yaml == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
