package cn.justicehub.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class HubContractTest {

    private static final JsonNode HUB = HubContract.tree();
    private static final Set<String> SCOPES = Set.of("exchange:write", "exchange:read", "hub:admin", "hub:audit");

    static List<Documents.Operation> operations() {
        return Documents.operations(HUB);
    }

    static Stream<Documents.Operation> privateOperations() {
        return operations().stream().filter(operation -> !operation.where().contains(" /log/"));
    }

    @Test
    void isValidForTwoValidators() throws Exception {
        assertThat(Documents.swaggerParserFaults(HUB.toString())).isEmpty();
        assertThat(Documents.metaSchemaFaults(HUB)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("privateOperations")
    void everyPrivateOperationNamesItsScopes(Documents.Operation operation) {
        assertThat(operation.node().path("security"))
                .isNotEmpty()
                .allSatisfy(alternative -> assertThat(alternative.path("oauth"))
                        .hasSize(1)
                        .allSatisfy(scope -> assertThat(SCOPES).contains(scope.stringValue())));
    }

    @ParameterizedTest
    @MethodSource("privateOperations")
    void everyPrivateOperationDeclaresWhatMayGoWrong(Documents.Operation operation) {
        Set<String> expected = new TreeSet<>(Set.of("401", "403", "429", "503"));
        boolean takesInput =
                operation.node().has("parameters") || operation.node().has("requestBody");
        if (takesInput) {
            expected.add("400");
        }
        if (operation.node().has("requestBody")) {
            expected.addAll(Set.of("413", "415", "422"));
        }
        if (operation.where().contains("{")) {
            expected.add("404");
        }
        assertThat(operation.node().path("responses").propertyNames()).containsAll(expected);
    }

    @Test
    void actsDeclareEveryError() {
        assertThat(operations())
                .filteredOn(operation -> operation.node().has(Expander.GENERIC))
                .hasSize(2)
                .allSatisfy(operation -> assertThat(
                                operation.node().path("responses").propertyNames())
                        .containsExactlyInAnyOrder(
                                "200", "201", "400", "401", "403", "404", "409", "410", "413", "415", "422", "429",
                                "503"));
    }

    @Test
    void everyErrorIsAProblemDocument() {
        assertThat(HUB.at("/components/responses").properties())
                .filteredOn(response ->
                        !Set.of("Accepted", "AcceptedBefore", "Checkpoint").contains(response.getKey()))
                .hasSize(11)
                .allSatisfy(response -> assertThat(response.getValue()
                                .at("/content/application~1problem+json/schema/$ref")
                                .asString(""))
                        .isEqualTo("#/components/schemas/Problem"));
    }

    @Test
    void everyIdInAPathOrQueryIsConstrained() {
        assertThat(operations().stream()
                        .flatMap(
                                operation -> operation.node().path("parameters").valueStream())
                        .map(HubContractTest::resolved)
                        .map(parameter -> resolved(parameter.path("schema"))))
                .isNotEmpty()
                .allSatisfy(schema -> assertThat(Set.of("pattern", "enum", "maximum", "type"))
                        .anySatisfy(keyword -> assertThat(schema.has(keyword)).isTrue()))
                .filteredOn(schema -> schema.path("type").asString("").equals("string"))
                .allSatisfy(schema ->
                        assertThat(schema.has("pattern") || schema.has("enum")).isTrue());
    }

    private static JsonNode resolved(JsonNode node) {
        String ref = node.path("$ref").asString("");
        return ref.isEmpty() ? node : HUB.at(ref.substring(1));
    }
}
