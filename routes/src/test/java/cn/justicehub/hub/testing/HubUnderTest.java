package cn.justicehub.hub.testing;

import cn.justicehub.hub.HubApplication;
import cn.justicehub.hub.time.BusinessClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.util.FileSystemUtils;

/**
 * A running hub: sandbox mode, embedded database and broker, a free port. Tests that only send requests use
 * {@link #shared()}; tests that need other properties, or that stop the hub, start their own.
 */
public final class HubUnderTest implements AutoCloseable {

    /** The database's programs, unpacked once for all tests. */
    public static final Path BINARIES = Path.of("target/postgres-binaries").toAbsolutePath();

    private static final String SECRET = "a secret of tests";

    private final ConfigurableApplicationContext context;
    private final Path data;
    private final boolean temporary;

    private HubUnderTest(ConfigurableApplicationContext context, Path data, boolean temporary) {
        this.context = context;
        this.data = data;
        this.temporary = temporary;
    }

    /** One hub for the whole test run; it ends with the JVM. Tests leave nothing in it that others would trip over. */
    public static HubUnderTest shared() {
        return Shared.HUB;
    }

    /** A hub on a new data directory, which is deleted when the hub is closed. */
    public static HubUnderTest start(Map<String, String> properties) {
        return start(properties, null);
    }

    /** The same by a business clock of the test's own. */
    public static HubUnderTest start(Map<String, String> properties, @Nullable BusinessClock clock) {
        Path data = newDirectory();
        try {
            return new HubUnderTest(run(data, properties, clock), data, true);
        } catch (RuntimeException e) {
            delete(data);
            throw e;
        }
    }

    /** A hub on this data directory, which stays. */
    public static HubUnderTest startIn(Path data, Map<String, String> properties) {
        return startIn(data, properties, null);
    }

    /** The same by a business clock of the test's own. */
    public static HubUnderTest startIn(Path data, Map<String, String> properties, @Nullable BusinessClock clock) {
        return new HubUnderTest(run(data, properties, clock), data, false);
    }

    /** Properties with which a hub starts in a test. */
    public static Map<String, String> properties(Path data) {
        Map<String, String> properties = new HashMap<>();
        properties.put("hub.mode", "sandbox");
        properties.put("hub.data", data.toString());
        properties.put("hub.database.binaries", BINARIES.toString());
        properties.put("server.port", "0");
        properties.put("server.address", "127.0.0.1");
        return properties;
    }

    private static ConfigurableApplicationContext run(
            Path data, Map<String, String> more, @Nullable BusinessClock clock) {
        Map<String, String> properties = properties(data);
        properties.putAll(more);
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        SpringApplication application = HubApplication.application();
        if (clock != null) {
            application.addInitializers(context -> context.getBeanFactory().registerSingleton("clockOfTheTest", clock));
        }
        return application.run(arguments);
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of("target/hubs").toAbsolutePath()), "hub");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    /** @param path with its leading slash */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public Requests requests() {
        return new Requests(this);
    }

    /** Makes an OAuth client that acts for an agency, whether or not there is such an agency, and gets it a token. */
    public String token(String agency, String... scopes) {
        String clientId = agency + "-" + UUID.randomUUID();
        bean(RegisteredClientRepository.class)
                .save(RegisteredClient.withId(clientId)
                        .clientId(clientId)
                        .clientName(agency)
                        .clientSecret("{bcrypt}" + new BCryptPasswordEncoder(4).encode(SECRET))
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .scopes(all -> all.addAll(List.of(scopes)))
                        .build());
        return Requests.json(requests().token(clientId, SECRET, ""))
                .get("access_token")
                .asString();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Path data() {
        return data;
    }

    @Override
    public void close() {
        context.close();
        if (temporary) {
            delete(data);
        }
    }

    private static final class Shared {

        static final HubUnderTest HUB = start(Map.of());

        static {
            SpringApplication.getShutdownHandlers().add(() -> delete(HUB.data));
        }

        private Shared() {}
    }
}
