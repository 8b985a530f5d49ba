package cn.justicehub.hub.start;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.connectors.sandbox.SimulatedCourt;
import cn.justicehub.hub.keys.KeyDirectory;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.ledger.receipt.Keyring;
import cn.justicehub.ledger.receipt.Options;
import cn.justicehub.ledger.receipt.ReceiptVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A hub of an operator's own: own keys, own agencies, no sandbox; it accepts, and its receipt verifies. */
class ProductionStartTest {

    @TempDir
    private Path folder;

    @Test
    void hubWithItsOwnKeysAndAgenciesAccepts() throws Exception {
        SandboxHome home = SandboxHome.open(folder.resolve("people"), Instant.now());
        Path agencies = folder.resolve("agencies");
        for (SandboxAgency agency : SandboxAgency.ALL) {
            if (!agency.equals(SandboxAgency.FIRM)) { // its address is on this machine, which only a sandbox allows
                FileSystemUtils.copyRecursively(
                        home.agencies().resolve(agency.code()), agencies.resolve(agency.code()));
            }
        }
        Path keys = folder.resolve("keys");
        new KeyDirectory(keys).create("hub.example.invalid");
        try (HubUnderTest hub = HubUnderTest.start(Map.of(
                "hub.mode",
                "production",
                "hub.origin",
                "hub.example.invalid",
                "hub.agencies",
                agencies.toString(),
                "hub.keys.directory",
                keys.toString()))) {
            AgencyClient court = home.client(SandboxAgency.COURT, hub.uri(""), Clock.systemUTC());
            var accepted = court.post(
                    SimulatedCourt.notice(1, SimulatedCourt.Defendant.JIA, LocalDate.of(2026, 11, 24), null));
            Keyring keyring = Keyring.parse(court.get("/log/keyring"));
            assertThat(ReceiptVerifier.verify(accepted.receipt(), accepted.body(), keyring, Options.both())
                            .failures())
                    .isEmpty();
            assertThat(Files.exists(hub.data().resolve("sandbox"))).isFalse();
        }
    }
}
