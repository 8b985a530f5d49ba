package cn.justicehub.hub.cli;

import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.Credentials;
import cn.justicehub.connectors.sandbox.HubRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a command reaches a running hub, as an ordinary client. A secret is never an argument: others on the machine could
 * read it there.
 */
final class HubApi {

    /** Exit code when the hub refuses. */
    static final int REFUSED = 1;

    /** Exit code when the hub cannot be reached. */
    static final int UNREACHABLE = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.shared();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--hub",
            paramLabel = "URL",
            defaultValue = "${env:HUB_URL:-http://localhost:8080}",
            description = "Where the hub is. Default: $HUB_URL, or http://localhost:8080.")
    private URI hub = URI.create("http://localhost:8080");

    @Option(
            names = "--client",
            paramLabel = "ID",
            defaultValue = "${env:HUB_CLIENT}",
            description = "OAuth client. Default: $HUB_CLIENT.")
    private @Nullable String client;

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description = "Properties file with ID.secret=…; without it the secret is $HUB_SECRET.")
    private @Nullable Path credentials;

    @Option(names = "--json", description = "The hub's answer as JSON instead of a table.")
    private boolean json;

    /** Something that is asked of the hub. */
    @FunctionalInterface
    interface Question {
        byte[] ask(AgencyClient hub) throws IOException, HubRefused, InterruptedException;
    }

    /**
     * Asks and prints.
     *
     * @param words prints an answer for people
     * @return exit code
     */
    int answer(Question question, BiConsumer<JsonNode, PrintWriter> words) {
        return answer(question, words, null);
    }

    /**
     * Asks for something to be done and prints.
     *
     * @param messageId names it; told when nobody knows whether it is done, so that it can be repeated
     */
    int answer(Question question, BiConsumer<JsonNode, PrintWriter> words, @Nullable UUID messageId) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            JsonNode answer = JSON.readTree(question.ask(client()));
            if (json) {
                out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
            } else {
                words.accept(answer, out);
            }
            return 0;
        } catch (HubRefused refused) {
            refused(refused);
            unknown(refused.status() >= 500 ? messageId : null);
            return REFUSED;
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println("无法连接枢纽 " + hub + "：" + e.getClass().getSimpleName());
            unknown(messageId);
            return UNREACHABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNREACHABLE;
        }
    }

    private void unknown(@Nullable UUID messageId) {
        if (messageId != null) {
            spec.commandLine().getErr().println("结果未知，请用同一编号重试：--message-id " + messageId);
        }
    }

    private AgencyClient client() {
        if (client == null || client.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--client or $HUB_CLIENT is missing");
        }
        return new AgencyClient(
                hub, new Credentials(client, client, secret(client), ""), null, Clock.systemUTC(), PATIENCE);
    }

    private String secret(String of) {
        String secret = credentials == null ? System.getenv("HUB_SECRET") : fromFile(credentials, of);
        if (secret == null || secret.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(), "no secret of " + of + ": give --credentials FILE or $HUB_SECRET");
        }
        return secret;
    }

    private @Nullable String fromFile(Path file, String of) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | UncheckedIOException e) {
            throw new ParameterException(spec.commandLine(), "cannot read " + file);
        }
        return properties.getProperty(of + ".secret");
    }

    /** Every violation, in Chinese, with its code and place; the whole problem document with {@code --json}. */
    private void refused(HubRefused refused) {
        PrintWriter err = spec.commandLine().getErr();
        String problem = new String(refused.problem(), StandardCharsets.UTF_8);
        if (json || !problem.startsWith("{")) {
            err.println(problem);
            return;
        }
        JsonNode document = JSON.readTree(problem);
        err.println("枢纽未予受理（" + refused.status() + "）");
        for (JsonNode one : document.path("violations")) {
            String field = one.path("field").asString("");
            err.println("  " + one.path("code").asString("") + " " + (field.isEmpty() ? "" : field + " ")
                    + one.path("messageZh").asString(""));
        }
        if (document.path("violations").isEmpty()) {
            err.println("  "
                    + document.path("error").asString(document.path("title").asString("")));
        }
    }
}
