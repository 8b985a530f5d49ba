package cn.justicehub.ledger.merkle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonBool;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.json.JsonString;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published tree vectors, under both hashes. */
class OwnVectorsTest {

    @Test
    void everyProofIsAcceptedOrRefusedAsPublished() throws Exception {
        int refused = 0;
        int accepted = 0;
        for (String line : lines()) {
            JsonObject vector = (JsonObject) Json.parse(line.getBytes(StandardCharsets.UTF_8));
            boolean wanted = vector.get("refused") == JsonBool.TRUE;
            assertThat(refuses(vector)).as(line).isEqualTo(wanted);
            refused += wanted ? 1 : 0;
            accepted += wanted ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(accepted);
        assertThat(accepted).isGreaterThan(60);
    }

    private static boolean refuses(JsonObject vector) {
        TreeHash hash = "sm3".equals(vector.string("hash")) ? TreeHash.SM3 : TreeHash.SHA256;
        try {
            if ("inclusion".equals(vector.string("kind"))) {
                Proofs.verifyInclusion(
                        hash,
                        bytes(vector, "leaf"),
                        number(vector, "index"),
                        number(vector, "size"),
                        proof(vector),
                        bytes(vector, "root"));
            } else {
                Proofs.verifyConsistency(
                        hash,
                        number(vector, "from"),
                        number(vector, "to"),
                        proof(vector),
                        bytes(vector, "fromRoot"),
                        bytes(vector, "toRoot"));
            }
            return false;
        } catch (ProofFault fault) {
            return true;
        }
    }

    private static List<String> lines() throws Exception {
        try (InputStream in = OwnVectorsTest.class.getResourceAsStream("/vectors/trees.jsonl")) {
            return new String(requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static long number(JsonObject vector, String name) {
        return requireNonNull(vector.number(name));
    }

    private static byte[] bytes(JsonObject vector, String name) {
        return Base64.getDecoder().decode(requireNonNull(vector.string(name)));
    }

    private static List<byte[]> proof(JsonObject vector) {
        return ((JsonArray) requireNonNull(vector.get("proof")))
                .items().stream()
                        .map(item -> Base64.getDecoder().decode(((JsonString) item).value()))
                        .toList();
    }
}
