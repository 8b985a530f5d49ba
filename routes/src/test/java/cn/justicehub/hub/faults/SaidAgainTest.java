package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.HubRefused;
import cn.justicehub.connectors.sandbox.Inbound;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.connectors.sandbox.SimulatedCourt.Defendant;
import cn.justicehub.connectors.sandbox.SimulatedNotifier;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A notice that comes once more under another messageId: it counts once, and what it says otherwise amends. */
class SaidAgainTest {

    private final HubUnderTest hub = HubUnderTest.start(Map.of());
    private final JdbcTemplate jdbc = hub.bean(JdbcTemplate.class);
    private final SandboxHome home = hub.bean(SandboxHome.class);
    private final Cases cases = new Cases(home, hub.uri(""));

    @AfterEach
    void check() throws Exception {
        try (hub) {
            Receipts.verify(hub, cases.accepted());
            new LogCheck(hub).isWhole();
        }
    }

    /** The same under another messageId. */
    private static Act again(Act act) {
        return new Act(
                UUID.randomUUID(),
                act.type(),
                act.act(),
                act.exchangeId(),
                act.schemaVersion(),
                act.actor(),
                act.payload(),
                act.attachments());
    }

    private static Act saying(Act act, String member, String value) {
        ObjectNode payload = (ObjectNode) act.payload().deepCopy();
        Act other = again(act);
        return new Act(
                other.messageId(),
                act.type(),
                act.act(),
                null,
                act.schemaVersion(),
                act.actor(),
                payload.put(member, value),
                act.attachments());
    }

    private static String receipt(Accepted accepted) {
        return new String(accepted.receipt(), StandardCharsets.UTF_8);
    }

    private List<Inbound> notices() throws Exception {
        return cases.centre().inbox(Duration.ZERO).stream()
                .filter(one -> one.act().equals("submit"))
                .toList();
    }

    private long exchanges() {
        Long count = jdbc.queryForObject("select count(*) from exchange where type = 'defence-notice'", Long.class);
        return count == null ? 0 : count;
    }

    @Test
    void theSameJoinsAndCountsOnce() throws Exception {
        Act notice = Cases.newNotice();
        Accepted first = cases.post(cases.court(), notice);

        Act twin = again(notice);
        Accepted second = cases.post(cases.court(), twin);

        assertThat(second.exchangeId()).isEqualTo(first.exchangeId());
        assertThat(second.entryId()).isNotEqualTo(first.entryId());
        assertThat(receipt(second)).contains("E-DUP");
        assertThat(notices()).as("the centre is told once").hasSize(1);
        assertThat(exchanges()).isEqualTo(1);
        Accepted repeated = cases.court().post(twin);
        assertThat(repeated.repeated()).isTrue();
        assertThat(repeated.receipt()).isEqualTo(second.receipt());
        assertThat(jdbc.queryForObject("select count(*) from clock", Long.class))
                .as("no clock starts anew")
                .isEqualTo(2);
    }

    @Test
    void somethingElseAmendsAndTheCentreGetsIt() throws Exception {
        Act notice = Cases.newNotice();
        Accepted first = cases.post(cases.court(), notice);
        Act corrected = saying(notice, "chargeName", "抢夺罪");

        Accepted second = cases.post(cases.court(), corrected);

        assertThat(second.exchangeId()).isEqualTo(first.exchangeId());
        assertThat(receipt(second)).contains("E-DUP");
        assertThat(notices())
                .extracting(one -> one.payload().required("chargeName").stringValue())
                .containsExactly("盗窃罪", "抢夺罪");
        cases.post(cases.court(), again(corrected));
        assertThat(notices()).as("what was said last, again").hasSize(2);
        cases.post(cases.court(), again(notice));
        assertThat(notices()).as("back to what was said first").hasSize(3);
        assertThat(exchanges()).isEqualTo(1);
    }

    @Test
    void anAmendedNumberIsFoundAsWellAsTheFirst() throws Exception {
        Act notice = Cases.newNotice();
        Accepted first = cases.post(cases.court(), notice);
        cases.post(cases.court(), saying(notice, "noticeNo", "绿法援通字〔2026〕补正1号"));

        for (String number : List.of(notice.payload().required("noticeNo").stringValue(), "绿法援通字〔2026〕补正1号")) {
            String found = hub.requests()
                    .post(
                            "/v1/searches",
                            "{\"type\":\"defence-notice\",\"keys\":{\"/noticeNo\":\"" + number + "\"}}",
                            request -> request.header(
                                            "Authorization",
                                            "Bearer " + hub.token(SandboxAgency.COURT.code(), "exchange:read"))
                                    .header("Content-Type", "application/json"))
                    .body();
            assertThat(JsonMapper.shared().readTree(found).required("items").valueStream())
                    .singleElement()
                    .satisfies(item -> assertThat(item.required("exchangeId").stringValue())
                            .isEqualTo(first.exchangeId()));
        }
    }

    @Test
    void anotherAgencyIsRefusedAndNotToldWhich() throws Exception {
        AgencyClient police = Cases.client(home, SandboxAgency.POLICE, hub.uri(""));
        AgencyClient procuratorate = Cases.client(home, SandboxAgency.PROCURATORATE, hub.uri(""));
        LocalDate today = LocalDate.now(ZoneOffset.ofHours(8));
        Act notice = saying(SimulatedNotifier.POLICE.notice(77, Defendant.JIA, today, null), "stage", "20");
        Accepted first = cases.post(police, notice);

        HubRefused refused = catchThrowableOfType(
                HubRefused.class, () -> procuratorate.post(again(saying(notice, "agencyType", "PROCURATORATE"))));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.codes()).containsExactly("E-DUP");
        assertThat(new String(refused.problem(), StandardCharsets.UTF_8)).doesNotContain(first.exchangeId());
    }

    @Test
    void onceItHasEndedTheSameOpensAnew() throws Exception {
        Act notice = Cases.newNotice();
        Accepted first = cases.post(cases.court(), notice);
        cases.withdraw(first.exchangeId());

        assertThat(cases.post(cases.court(), again(notice)).exchangeId()).isNotEqualTo(first.exchangeId());
    }

    @Test
    void whoeverIsFirstOfManyAtOnceOpensAndTheOthersJoin() throws Exception {
        Act notice = Cases.newNotice();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Accepted>> all = IntStream.range(0, 24)
                    .<Callable<Accepted>>mapToObj(i -> () -> cases.post(cases.court(), again(notice)))
                    .toList();
            Set<String> exchanges = new HashSet<>();
            List<Accepted> accepted = new ArrayList<>();
            for (Future<Accepted> one : threads.invokeAll(all)) {
                accepted.add(one.get());
                exchanges.add(one.get().exchangeId());
            }
            assertThat(exchanges).hasSize(1);
            assertThat(accepted).extracting(Accepted::entryId).doesNotHaveDuplicates();
            assertThat(accepted)
                    .filteredOn(one -> receipt(one).contains("E-DUP"))
                    .hasSize(23);
        } finally {
            threads.shutdownNow();
        }
        assertThat(notices()).hasSize(1);
        assertThat(exchanges()).isEqualTo(1);
    }
}
