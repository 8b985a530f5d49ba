package cn.justicehub.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Each of the two validators finds fault with a broken document by itself. */
class DocumentsTest {

    private final JsonNode document = HubContract.tree();

    @Test
    void bothSeeThatThereIsNoInfo() throws Exception {
        ((ObjectNode) document).remove("info");
        assertThat(Documents.swaggerParserFaults(document.toString())).isNotEmpty();
        assertThat(Documents.metaSchemaFaults(document)).isNotEmpty();
    }

    @Test
    void bothSeeAResponseWithoutADescription() throws Exception {
        ((ObjectNode) document.at("/components/responses/Accepted")).remove("description");
        assertThat(Documents.swaggerParserFaults(document.toString())).isNotEmpty();
        assertThat(Documents.metaSchemaFaults(document)).isNotEmpty();
    }

    @Test
    void aSchemaOfNoKnownTypeIsSeen() throws Exception {
        ((ObjectNode) document.at("/components/schemas/Leaf")).put("type", "leaf");
        assertThat(Documents.metaSchemaFaults(document)).isNotEmpty();
    }
}
