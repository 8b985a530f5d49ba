package cn.justicehub.hub.demo;

import cn.justicehub.connectors.sandbox.HubRefused;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.HubApplication;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.ledger.receipt.KeyringFault;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** One run of the demonstration: a fresh hub and its sandbox in a temporary folder, played, verified, taken away. */
public final class Demo {

    private static final Instant START = Instant.parse("2026-09-30T01:00:00Z");

    private final PrintStream out;
    private final @Nullable Path keep;

    /**
     * A demonstration.
     *
     * @param out where it tells what happens
     * @param keep folder in which receipts, bodies and keyring are left, or null
     */
    public Demo(PrintStream out, @Nullable Path keep) {
        this.out = out;
        this.keep = keep;
    }

    /**
     * Plays it.
     *
     * @return exit code: 0, or 1 when anything was not as it must be
     */
    public int run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("hub-demo");
        DemoClock clock = new DemoClock(START);
        out.println("Starting a hub with its sandbox in " + folder + " …");
        try (ConfigurableApplicationContext context = start(folder, clock)) {
            return play(context, clock);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static ConfigurableApplicationContext start(Path folder, DemoClock clock) {
        SpringApplication application = HubApplication.application();
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("demoClock", (BusinessClock) clock));
        return application.run(
                "--hub.mode=sandbox",
                "--hub.data=" + folder.resolve("data"),
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--logging.level.root=warn");
    }

    private int play(ConfigurableApplicationContext context, DemoClock clock) throws IOException, InterruptedException {
        int port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
        Told told = new Told(out);
        URI hub = URI.create("http://127.0.0.1:" + port);
        try (Stage stage = new Stage(context.getBean(SandboxHome.class), hub, clock, told)) {
            Scenarios scenarios = new Scenarios(stage, clock, told);
            scenarios.play();
            return verify(stage, scenarios, told);
        } catch (HubRefused | KeyringFault e) {
            out.println("FAILED: " + e.getMessage());
            return 1;
        }
    }

    private int verify(Stage stage, Scenarios scenarios, Told told)
            throws IOException, HubRefused, InterruptedException, KeyringFault {
        byte[] keyring = stage.keyring();
        int unproved = Proofs.failures(keyring, stage.accepted(), told);
        if (keep != null) {
            Proofs.keep(keep, keyring, stage.accepted());
            out.println("\nReceipts, bodies and keyring are in " + keep);
        }
        int failed = unproved + scenarios.disappointments().size();
        out.printf(
                "%ndemo: %d exchanges, %d receipts verified, %d failed%n",
                scenarios.exchanges(), stage.accepted().size() - unproved, failed);
        return failed == 0 ? 0 : 1;
    }
}
