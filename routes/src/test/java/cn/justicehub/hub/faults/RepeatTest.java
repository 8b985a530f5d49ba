package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.HubRefused;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.ledger.json.Jcs;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonNumber;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.json.JsonString;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The same message many times is one message; another message under a used name is refused. */
class RepeatTest {

    private static final int TIMES = 50;
    private static final AtomicLong SEQUENCE = new AtomicLong(900_000);

    private final HubUnderTest hub = HubUnderTest.shared();
    private final SandboxHome home = hub.bean(SandboxHome.class);
    private final AgencyClient court = new AgencyClient(
            hub.uri(""),
            home.credentials(SandboxAgency.COURT),
            home.identity(SandboxAgency.COURT),
            Clock.systemUTC(),
            Duration.ofSeconds(30));

    @Test
    void manyAtOnceAreOneRecordWithOneReceipt() throws Exception {
        Act notice = Cases.newNotice();
        byte[] body = court.body(notice);

        List<Accepted> answers = atOnce(notice, body);

        assertThat(answers).filteredOn(answer -> !answer.repeated()).hasSize(1);
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.receipt()).isEqualTo(answers.get(0).receipt()));
        assertThat(records(notice.messageId())).isEqualTo(1);
        Receipts.verify(
                hub, answers.stream().filter(answer -> !answer.repeated()).toList());
        byte[] signedAnew = court.body(notice);
        assertThat(court.post(notice, signedAnew).receipt())
                .isEqualTo(answers.get(0).receipt());
        assertThat(records(notice.messageId())).isEqualTo(1);
    }

    private List<Accepted> atOnce(Act notice, byte[] body) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(TIMES);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Accepted>> sent = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                sent.add(threads.submit(() -> {
                    start.await();
                    return court.post(notice, body);
                }));
            }
            start.countDown();
            List<Accepted> answers = new ArrayList<>();
            for (Future<Accepted> one : sent) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private long records(UUID messageId) {
        Long count = hub.bean(JdbcTemplate.class)
                .queryForObject("select count(*) from message where message_id = ?", Long.class, messageId);
        return count == null ? 0 : count;
    }

    @Test
    void otherContentUnderUsedIdIsRefused() throws Exception {
        Act first = Cases.newNotice();
        Accepted accepted = court.post(first);
        Act other = Cases.newNotice();
        Act underUsedId = new Act(
                first.messageId(),
                other.type(),
                other.act(),
                null,
                other.schemaVersion(),
                other.actor(),
                other.payload(),
                other.attachments());

        assertThatThrownBy(() -> court.post(underUsedId))
                .asInstanceOf(type(HubRefused.class))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(409))
                .satisfies(refused -> assertThat(refused.codes()).containsExactly("E-DUP"));

        assertThat(court.post(first, accepted.body()).receipt()).isEqualTo(accepted.receipt());
        assertThat(records(first.messageId())).isEqualTo(1);
        Receipts.verify(hub, List.of(accepted));
    }

    @Test
    void reusedSequenceNumberIsRefused() throws Exception {
        long number = SEQUENCE.incrementAndGet();
        Act first = Cases.newNotice();
        Act second = Cases.newNotice();
        Accepted accepted = court.post(first, numbered(first, number));

        assertThatThrownBy(() -> court.post(second, numbered(second, number)))
                .asInstanceOf(type(HubRefused.class))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(409))
                .satisfies(refused -> assertThat(refused.codes()).containsExactly("E-SEQ"));

        assertThat(records(second.messageId())).isZero();
        assertThat(court.post(first, accepted.body()).receipt()).isEqualTo(accepted.receipt());
        assertThat(court.post(second, numbered(second, SEQUENCE.incrementAndGet()))
                        .repeated())
                .isFalse();
        Receipts.verify(hub, List.of(accepted));
    }

    /** The body with a sequence number, signed as PATH §1 says. */
    private byte[] numbered(Act act, long number) throws Exception {
        JsonObject body = ((JsonObject) Json.parse(court.body(act)))
                .without("signature")
                .with("sequenceNo", new JsonNumber(number));
        JsonObject signed = JsonObject.builder()
                .put("type", act.type())
                .put("act", act.act())
                .put("sender", SandboxAgency.COURT.code())
                .put("schemaVersion", act.schemaVersion())
                .put("body", body)
                .build();
        byte[] signature = home.identity(SandboxAgency.COURT).sign(Jcs.encode(signed));
        return Jcs.encode(
                body.with("signature", new JsonString(Base64.getEncoder().encodeToString(signature))));
    }
}
