package cn.justicehub.hub.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.justicehub.api.violation.Violation;
import cn.justicehub.hub.delivery.OperatorRequest.Decision;
import cn.justicehub.hub.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkAskTest {

    private static final String WHO =
            "\"messageId\":\"3f0c1c1e-6f0e-4b8e-9a0e-1a2b3c4d5e6f\",\"actor\":{\"id\":\"o-1\",\"role\":\"operator\"},\"reason\":\"已修复\"";

    private static byte[] body(String more) {
        return ("{" + WHO + more + "}").getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> fields(byte[] body) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> BulkAsk.start(body));
        assertThat(refusal.status()).isEqualTo(422);
        return refusal.violations().stream().map(Violation::field).toList();
    }

    @Test
    void everyParkedOneOrThoseOfAnAgencyAndReason() {
        BulkAsk.Started all = BulkAsk.start(body(",\"decision\":\"RETRY\",\"selection\":{}"));
        assertThat(all.decision()).isEqualTo(Decision.RETRY);
        assertThat(all.selection().named()).isEmpty();
        assertThat(all.ask().actor().id()).isEqualTo("o-1");

        BulkAsk.Started some = BulkAsk.start(
                body(",\"decision\":\"GIVE_UP\",\"selection\":{\"agency\":\"firm-1\",\"parkedReason\":\"HTTP_422\"}"));
        assertThat(some.selection().agency()).isEqualTo("firm-1");
        assertThat(some.selection().parkedReason()).isEqualTo("HTTP_422");
        assertThat(some.ask().operationId("bureau-a"))
                .isEqualTo(all.ask().operationId("bureau-a"))
                .isNotEqualTo(all.ask().operationId("bureau-b"));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(fields(
                        "{\"messageId\":7,\"decision\":\"DELETE\",\"selection\":[]}".getBytes(StandardCharsets.UTF_8)))
                .containsExactlyInAnyOrder("/messageId", "/actor", "/reason", "/decision", "/selection");
        assertThat(fields(body(",\"decision\":\"RETRY\",\"selection\":{\"deliveryIds\":[\"a\",\"a\"]}")))
                .containsExactly("/selection/deliveryIds");
        assertThat(fields(body(",\"decision\":\"RETRY\",\"selection\":{\"deliveryIds\":[]}")))
                .containsExactly("/selection/deliveryIds");
        assertThat(fields(body(",\"decision\":\"RETRY\",\"selection\":{\"agency\":\"X\",\"parkedReason\":\"a b\"}")))
                .containsExactly("/selection/agency", "/selection/parkedReason");
        assertThat(
                        fields(
                                body(
                                        ",\"decision\":\"RETRY\",\"selection\":{\"deliveryIds\":[\"a\"],\"agency\":\"firm-1\"},\"x\":1")))
                .containsExactly("", "/selection");
    }

    @Test
    void anApprovalSaysHowMany() {
        assertThat(BulkAsk.approval(body(",\"total\":12")).total()).isEqualTo(12);
        for (String total : List.of("0", "-1", "\"12\"", "99999999999")) {
            assertThat(catchThrowableOfType(Refusal.class, () -> BulkAsk.approval(body(",\"total\":" + total)))
                            .violations())
                    .extracting(Violation::field)
                    .containsExactly("/total");
        }
    }
}
