package cn.justicehub.connectors.sandbox;

import cn.justicehub.connectors.push.WebhookSecret;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The file of plain secrets, drawn at first start and kept since. */
final class SandboxSecrets {

    static final String FIRM_WEBHOOK = SandboxAgency.FIRM.code() + ".webhook-secret";
    static final String FIRM_PORT = SandboxAgency.FIRM.code() + ".port";

    private static final SecureRandom RANDOM = new SecureRandom();

    private SandboxSecrets() {}

    static Properties keptIn(Path file) throws IOException {
        Properties secrets = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                secrets.load(reader);
            }
        }
        int before = secrets.size();
        for (SandboxAgency agency : SandboxAgency.ALL) {
            draw(
                    secrets,
                    agency.code() + ".secret",
                    () -> Base64.getUrlEncoder().encodeToString(random(24)));
        }
        draw(secrets, FIRM_WEBHOOK, () -> WebhookSecret.format(random(32)));
        if (!secrets.containsKey(FIRM_PORT)) {
            secrets.setProperty(FIRM_PORT, String.valueOf(freePort()));
        }
        if (secrets.size() > before) {
            PrivateFiles.write(file, text(secrets));
        }
        return secrets;
    }

    private static void draw(Properties secrets, String name, Supplier<String> value) {
        if (!secrets.containsKey(name)) {
            secrets.setProperty(name, value.get());
        }
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static String text(Properties secrets) {
        StringBuilder text =
                new StringBuilder("# Plain secrets of the simulated agencies; of no use outside this sandbox.\n");
        for (String name : new TreeSet<>(secrets.stringPropertyNames())) {
            text.append(name).append('=').append(secrets.getProperty(name)).append('\n');
        }
        return text.toString();
    }
}
