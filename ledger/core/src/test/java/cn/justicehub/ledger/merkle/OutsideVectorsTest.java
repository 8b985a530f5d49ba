package cn.justicehub.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonBool;
import cn.justicehub.ledger.json.JsonFault;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.json.JsonString;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The vectors of transparency-dev/merkle, where they lie beside the repository. */
class OutsideVectorsTest {
    private static final Path VECTORS = Path.of("../../../shared/vectors/rfc6962");
    private static final Pattern NUMBER = Pattern.compile("(: )([0-9]{16,})");

    @Test
    void inclusion() throws Exception {
        assertThat(run("inclusion")).isPositive();
    }

    @Test
    void consistency() throws Exception {
        assertThat(run("consistency")).isPositive();
    }

    private static int run(String kind) throws IOException, JsonFault {
        assumeTrue(Files.isDirectory(VECTORS), "no outside vectors here");
        int count = 0;
        try (Stream<Path> files = Files.walk(VECTORS.resolve(kind))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                JsonObject vector = read(file);
                boolean refused = kind.equals("inclusion") ? refusesInclusion(vector) : refusesConsistency(vector);
                assertThat(refused).as(file.toString()).isEqualTo(vector.get("wantErr") == JsonBool.TRUE);
                count++;
            }
        }
        return count;
    }

    private static boolean refusesInclusion(JsonObject vector) {
        try {
            Proofs.verifyInclusion(
                    TreeHash.SHA256,
                    bytes(vector, "leafHash"),
                    size(vector, "leafIdx"),
                    size(vector, "treeSize"),
                    proof(vector),
                    bytes(vector, "root"));
            return false;
        } catch (ProofFault refused) {
            return true;
        }
    }

    private static boolean refusesConsistency(JsonObject vector) {
        try {
            Proofs.verifyConsistency(
                    TreeHash.SHA256,
                    size(vector, "size1"),
                    size(vector, "size2"),
                    proof(vector),
                    bytes(vector, "root1"),
                    bytes(vector, "root2"));
            return false;
        } catch (ProofFault refused) {
            return true;
        }
    }

    /** Unsigned 64-bit numbers beyond the JSON profile are written as the signed number of the same bits. */
    private static JsonObject read(Path file) throws IOException, JsonFault {
        String text = NUMBER.matcher(Files.readString(file)).replaceAll(found -> {
            long bits = new BigInteger(found.group(2)).longValue();
            return found.group(1) + (bits < 0 ? -1 : Math.min(bits, (1L << 53) - 1));
        });
        return (JsonObject) Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static long size(JsonObject vector, String name) {
        Long size = vector.number(name);
        assertThat(size).isNotNull();
        return size == null ? 0 : size;
    }

    private static byte[] bytes(JsonObject vector, String name) {
        String text = vector.string(name);
        assertThat(text).isNotNull();
        return Base64.getDecoder().decode(text == null ? "" : text);
    }

    private static List<byte[]> proof(JsonObject vector) {
        List<byte[]> proof = new ArrayList<>();
        if (vector.get("proof") instanceof JsonArray array) {
            for (Json item : array.items()) {
                proof.add(Base64.getDecoder().decode(((JsonString) item).value()));
            }
        }
        return proof;
    }
}
