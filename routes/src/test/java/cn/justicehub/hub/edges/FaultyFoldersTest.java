package cn.justicehub.hub.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.start.CannotStartException;
import cn.justicehub.hub.testing.HubUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

/** Folders that an operator spoilt: refused whole, with every fault named. */
@ExtendWith(OutputCaptureExtension.class)
class FaultyFoldersTest {

    /** What stands in the log for each thing that {@link #spoil} does. */
    private static final List<String> FAULTS = List.of(
            "agencies/court-220106",
            "uscc",
            "roles",
            "signers/broken.pem",
            "agencies/firm-220106-01",
            "signaturePolicy",
            "exchanges/new-type/type.yaml",
            "no-such-party",
            "NOWHERE");

    private final List<Path> made = new ArrayList<>();

    @TempDir
    private Path exchanges;

    @AfterEach
    void clean() throws IOException {
        for (Path data : made) {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    @Test
    void the_hub_goes_on_with_what_was_active(CapturedOutput output) throws Exception {
        Path data = data();
        Accepted before;
        try (HubUnderTest hub = HubUnderTest.startIn(data, Map.of())) {
            before = Desk.of(hub, SandboxAgency.COURT).does(Steps.notice());
        }
        spoil(data);
        int start = output.getAll().length();
        try (HubUnderTest hub = HubUnderTest.startIn(data, operatorExchanges())) {
            String log = output.getAll().substring(start);
            assertThat(log).contains("definition refused").contains(FAULTS).contains("stay in force");
            Desk court = Desk.of(hub, SandboxAgency.COURT);
            Accepted after = court.does(Steps.notice());
            Accepted next = Desk.of(hub, SandboxAgency.CENTRE).does(Steps.PLAIN.validate(before.exchangeId()));
            Refused.problem(court.get("/v1/exchange-types/new-type"), 404, "E-NOTFOUND");
            assertThat(court.get("/v1/agencies").body()).contains(SandboxAgency.FIRM.code());
            Receipts.verify(hub, List.of(before, after, next));
        }
    }

    @Test
    void a_new_hub_does_not_start_and_says_all() throws Exception {
        Path data = data();
        spoil(data);

        Throwable thrown = catchThrowable(
                () -> HubUnderTest.startIn(data, operatorExchanges()).close());

        assertThat(Throwables.getRootCause(thrown)).isInstanceOfSatisfying(CannotStartException.class, cause -> {
            assertThat(cause.reasons()).hasSizeGreaterThanOrEqualTo(6);
            assertThat(String.join("\n", cause.reasons())).contains(FAULTS);
        });
    }

    private Map<String, String> operatorExchanges() {
        return Map.of("hub.definitions.exchanges", exchanges.toString());
    }

    private Path data() throws IOException {
        Path data = Places.newData();
        made.add(data);
        return data;
    }

    private void spoil(Path data) throws IOException {
        Path court = Places.folder(data, SandboxAgency.COURT);
        replace(court, "uscc: 11690106MTEX00011Y", "uscc: 11690106MTEX00011A");
        replace(court, "roles: [court]", "roles: [king]");
        Files.writeString(court.resolve("signers/broken.pem"), "no certificate");
        replace(Places.folder(data, SandboxAgency.FIRM), "signaturePolicy: REQUIRED", "signaturePolicy: SOMETIMES");
        Path type = Files.createDirectories(exchanges.resolve("new-type"));
        Files.writeString(type.resolve("type.yaml"), """
                type: new-type
                version: 1
                parties:
                  notifier: { opener: [court] }
                ended: [CLOSED]
                acts:
                  submit: { exchange: EX-01, by: no-such-party, into: RECEIVED }
                  close: { exchange: EX-10, by: notifier, from: NOWHERE, into: CLOSED }
                """);
    }

    private static void replace(Path folder, String good, String bad) throws IOException {
        Path definition = folder.resolve("agency.yaml");
        String text = Files.readString(definition);
        assertThat(text).contains(good);
        Files.writeString(definition, text.replace(good, bad));
    }
}
