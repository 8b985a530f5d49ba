package cn.justicehub.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ExpanderTest {

    private final JsonNode document = LeaveNotes.json(expand(LeaveNotes.definition()));

    private static String expand(TypeDefinition... types) {
        return new String(Expander.expand(HubContract.tree(), List.of(types)), StandardCharsets.UTF_8);
    }

    @Test
    void isValidForTwoValidators() throws Exception {
        assertThat(Documents.swaggerParserFaults(document.toString())).isEmpty();
        assertThat(Documents.metaSchemaFaults(document)).isEmpty();
    }

    @Test
    void givesEachActOfAnAgencyItsOwnOperation() {
        assertThat(document.at("/paths/~1v1~1exchanges~1leave-note/post/operationId")
                        .asString())
                .isEqualTo("submitLeaveNote");
        assertThat(document.at("/paths/~1v1~1exchanges~1leave-note~1{exchangeId}~1answer/post/operationId")
                        .asString())
                .isEqualTo("answerLeaveNote");
        assertThat(Documents.operations(document))
                .noneMatch(operation -> operation.where().contains("lapse"))
                .noneMatch(operation -> operation.node().has("x-generic-act"));
    }

    @Test
    void keepsEveryOtherOperation() {
        List<String> generic = List.of("openExchange", "performAct");
        assertThat(Documents.operations(document))
                .extracting(Documents.Operation::id)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(generic)
                .containsAll(Documents.operations(HubContract.tree()).stream()
                        .map(Documents.Operation::id)
                        .filter(id -> !generic.contains(id))
                        .toList());
    }

    @Test
    void typesTheBodyOfAnOpeningAct() {
        JsonNode body = document.at("/components/schemas/SubmitLeaveNote");
        assertThat(strings(body.path("required"))).contains("schemaVersion").doesNotContain("actor");
        assertThat(body.at("/properties/schemaVersion/minimum").asInt()).isEqualTo(3);
        assertThat(body.at("/properties/payload/$ref").asString())
                .isEqualTo("#/components/schemas/SubmitLeaveNotePayload");
        JsonNode kind = document.at("/components/schemas/SubmitLeaveNotePayload/properties/kind");
        assertThat(strings(kind.path("enum"))).containsExactly("A", "B");
        assertThat(kind.has("x-code-list")).isTrue();
        assertThat(kind.has("x-enum-labels-zh")).isTrue();
    }

    @Test
    void typesTheBodyOfAPersonsAct() {
        JsonNode body = document.at("/components/schemas/AnswerLeaveNote");
        assertThat(strings(body.path("required"))).contains("actor");
        assertThat(body.at("/properties/schemaVersion").isMissingNode()).isTrue();
    }

    @Test
    void movesDefinitionsToTheComponentsAndRewritesReferences() {
        JsonNode schemas = document.at("/components/schemas");
        assertThat(schemas.at("/SubmitLeaveNotePayload/properties/by/$ref").asString())
                .as("the name Actor is the contract's own")
                .isEqualTo("#/components/schemas/CommonActor");
        assertThat(schemas.at("/CommonActor/properties/name/$ref").asString()).isEqualTo("#/components/schemas/Name");
        assertThat(schemas.at("/AnswerLeaveNotePayload/properties/name/$ref").asString())
                .isEqualTo("#/components/schemas/Name");
        assertThat(schemas.at("/AnswerLeaveNotePayload/properties/size/$ref").asString())
                .isEqualTo("#/components/schemas/Size");
        assertThat(schemas.at("/Size/properties/inner/$ref").asString()).isEqualTo("#/components/schemas/Size");
        assertThat(schemas.path("SubmitLeaveNotePayload").propertyNames()).doesNotContain("$id", "$schema", "$defs");
    }

    @Test
    void keepsDefinitionsOfOneNameApartWhenTheyDiffer() {
        String small = "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/x\"}},\"$defs\":{\"x\":%s}}";
        ObjectNode components = (ObjectNode) LeaveNotes.json("{}");
        Schemas schemas = new Schemas(components);
        schemas.addWithDefinitions("One", LeaveNotes.json(small.formatted("{\"type\":\"string\"}")));
        schemas.addWithDefinitions("Two", LeaveNotes.json(small.formatted("{\"type\":\"integer\"}")));
        schemas.addWithDefinitions("Three", LeaveNotes.json(small.formatted("{\"type\":\"string\"}")));
        assertThat(components.propertyNames()).containsExactlyInAnyOrder("One", "X", "Two", "X2", "Three");
        assertThat(components.at("/Three/properties/a/$ref").asString()).isEqualTo("#/components/schemas/X");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schemas.addWithDefinitions("Four", LeaveNotes.json("{\"$ref\":\"other.json#/y\"}")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schemas.addWithDefinitions("Five", LeaveNotes.json("{\"$ref\":\"#/$defs/none\"}")));
    }

    @Test
    void refusesAReferenceThatLeadsNowhere() {
        TypeDefinition whole = LeaveNotes.definition();
        TypeDefinition empty = new TypeDefinition(whole.type(), LeaveNotes.json("{}"));
        assertThatIllegalArgumentException().isThrownBy(() -> expand(empty)).withMessageContaining("actor");
    }

    @Test
    void showsWhatTheBytesHold() {
        assertThat(document.toString()).doesNotContain("x-bytes-of", "binary");
        assertThat(document.at("/components/responses/Accepted/content/application~1json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Receipt");
    }

    @Test
    void givesTheSameBytesForTheSameTypesInAnyOrder() {
        TypeDefinition other = LeaveNotes.definition("other-note", "submit", "answer");
        assertThat(expand(LeaveNotes.definition(), other)).isEqualTo(expand(other, LeaveNotes.definition()));
    }

    @Test
    void refusesNamesThatCollide() {
        TypeDefinition one = LeaveNotes.definition("note", "submit-leave", "answer");
        assertThatIllegalArgumentException().isThrownBy(() -> expand(one, LeaveNotes.definition()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> expand(LeaveNotes.definition("exchange", "get", "answer")))
                .withMessageContaining("getExchange");
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
