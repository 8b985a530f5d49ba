package cn.justicehub.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.loading.BuiltInTypes;
import cn.justicehub.api.loading.DefinitionFaults;
import cn.justicehub.api.loading.FolderContent;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** openapi.json as the build writes it, over the exchange types that ship with the hub. */
class BuiltInContractTest {

    private static final byte[] BYTES = written();
    private static final JsonNode DOCUMENT = JsonMapper.shared().readTree(BYTES);

    /** An example of a type's folder: a payload that one act accepts or rejects. */
    record Example(TypeDefinition definition, Act act, String file, JsonNode payload) {
        @Override
        public String toString() {
            return definition.type().name() + "/" + file;
        }

        boolean isOfHub() {
            return act.by().contains(Act.HUB);
        }

        String schema() {
            return Names.body(definition.type().name(), act.name());
        }

        ObjectNode body() {
            ObjectNode body = JsonMapper.shared().createObjectNode();
            body.put("messageId", UUID.nameUUIDFromBytes(new byte[] {1}).toString());
            body.put("sentAt", "2026-11-19T16:40:00+08:00");
            if (act.opens()) {
                body.put("schemaVersion", definition.type().version());
            }
            if (act.person()) {
                body.putObject("actor").put("id", "p-17").put("role", "assigner");
            }
            body.set("payload", payload.deepCopy());
            return body;
        }
    }

    @Test
    void isTheExpansionOfTheBuiltInTypes() throws DefinitionFaults {
        assertThat(BYTES).isEqualTo(Expander.expand(HubContract.tree(), ExpandMain.builtInTypes()));
    }

    @Test
    void isValidForTwoValidators() throws Exception {
        assertThat(Documents.swaggerParserFaults(DOCUMENT.toString())).isEmpty();
        assertThat(Documents.metaSchemaFaults(DOCUMENT)).isEmpty();
    }

    @Test
    void hasOneOperationPerActOfAnAgencyAndNoGenericOne() throws DefinitionFaults {
        List<String> expected = new ArrayList<>();
        for (TypeDefinition definition : ExpandMain.builtInTypes()) {
            definition.type().acts().values().stream()
                    .filter(act -> !act.by().contains(Act.HUB))
                    .forEach(act ->
                            expected.add(Names.operation(definition.type().name(), act.name())));
        }
        assertThat(Documents.operations(DOCUMENT))
                .extracting(Documents.Operation::id)
                .doesNotHaveDuplicates()
                .doesNotContain("", "openExchange", "performAct")
                .containsAll(expected)
                .contains("submitDefenceNotice", "assignDefenceNotice");
        assertThat(Documents.operations(DOCUMENT))
                .filteredOn(operation -> operation.node().has("x-act"))
                .hasSameSizeAs(expected)
                .allSatisfy(operation -> assertThat(
                                operation.node().path("responses").propertyNames())
                        .contains("400", "401", "403", "404", "409", "410", "413", "415", "422", "429", "503"));
    }

    static Stream<Example> accepted() throws DefinitionFaults {
        return examples("accept").filter(example -> !example.isOfHub()); // what the hub does has no operation
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void anAcceptedExampleFitsItsOperation(Example example) {
        assertThat(Documents.bodyFaults(DOCUMENT, example.schema(), example.body()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void anythingElseInTheBodyDoesNotFit(Example example) {
        ObjectNode wrong = example.body();
        wrong.withObjectProperty("payload").put("unheardOf", 1);
        assertThat(Documents.bodyFaults(DOCUMENT, example.schema(), wrong)).isNotEmpty();
        assertThat(Documents.bodyFaults(
                        DOCUMENT, example.schema(), example.body().without("messageId")))
                .isNotEmpty();
        assertThat(Documents.bodyFaults(
                        DOCUMENT, example.schema(), example.body().put("type", "x")))
                .isNotEmpty();
    }

    private static Stream<Example> examples(String kind) throws DefinitionFaults {
        List<Example> examples = new ArrayList<>();
        for (TypeDefinition definition : ExpandMain.builtInTypes()) {
            FolderContent folder = BuiltInTypes.content(definition.type().name());
            for (String path : folder.paths()) {
                if (path.startsWith("examples/" + kind + "/")) {
                    JsonNode content = JsonMapper.shared().readTree(Objects.requireNonNull(folder.bytes(path)));
                    examples.add(new Example(definition, act(definition, path), path, content.path("payload")));
                }
            }
        }
        return examples.stream();
    }

    /** The act that an example is of: its file is called {@code <act>[-why].json}. */
    private static Act act(TypeDefinition definition, String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return definition.type().acts().values().stream()
                .filter(act -> file.equals(act.name() + ".json") || file.startsWith(act.name() + "-"))
                .max((a, b) -> Integer.compare(a.name().length(), b.name().length()))
                .orElseThrow();
    }

    private static byte[] written() {
        try (InputStream in = Objects.requireNonNull(BuiltInContractTest.class.getResourceAsStream("/openapi.json"))) {
            return in.readAllBytes();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
