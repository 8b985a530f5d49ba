package cn.justicehub.hub.sandbox;

import cn.justicehub.connectors.sandbox.Credentials;
import cn.justicehub.connectors.sandbox.Handled;
import cn.justicehub.connectors.sandbox.Sandbox;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.HubApplication;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** Runs the hub with simulated agencies that act by themselves. */
public final class SandboxRun {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxRun.class);

    private SandboxRun() {}

    /**
     * Starts hub and agencies, which live on when this returns, and tells where they are.
     *
     * @param arguments settings, {@code --name=value} each
     * @return 0, or 1 when the hub did not start: the log then says why
     */
    public static int start(List<String> arguments, PrintStream out) {
        try {
            ConfigurableApplicationContext context =
                    HubApplication.application().run(arguments.toArray(String[]::new));
            startAgencies(context, out);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException reported) {
            LOG.debug("the hub did not start", reported);
            return 1;
        }
    }

    private static void startAgencies(ConfigurableApplicationContext context, PrintStream out) throws IOException {
        int port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
        URI hub = URI.create("http://localhost:" + port);
        SandboxHome home = context.getBean(SandboxHome.class);
        Sandbox agencies = Sandbox.start(home, hub, Clock.systemUTC(), SandboxRun::tell);
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> agencies.close());
        print(home, hub, out);
    }

    private static void print(SandboxHome home, URI hub, PrintStream out) {
        out.println();
        out.println("The hub with its sandbox is ready · 沙箱已就绪");
        out.println("  API          " + hub + "/v1   (contract: " + hub + "/v1/openapi.json)");
        out.println("  public log   " + hub + "/log/checkpoint   keyring: " + hub + "/log/keyring");
        out.println("  tokens       " + hub + "/oauth2/token   (client credentials)");
        out.println("  health       " + hub + "/actuator/health");
        out.println("  simulated agencies, of no use outside this sandbox (also in " + home.credentialsFile() + "):");
        for (Credentials one : home.credentials()) {
            out.printf("    %-20s secret %s  scope %s%n", one.clientId(), one.secret(), one.scope());
        }
        out.println("sandbox is ready");
    }

    private static void tell(Handled handled) {
        handled.answers()
                .forEach(answer -> LOG.info(
                        "{} received {} and answered {} (entry {})",
                        handled.message().deliveryId(),
                        handled.message().act(),
                        answer.act().act(),
                        answer.entryId()));
        handled.refusals()
                .forEach(refusal -> LOG.warn(
                        "an answer to {} was refused: {}", handled.message().act(), refusal.getMessage()));
    }
}
