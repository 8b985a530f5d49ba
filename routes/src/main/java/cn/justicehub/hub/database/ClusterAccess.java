package cn.justicehub.hub.database;

import cn.justicehub.hub.start.OwnerOnly;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * How to reach the embedded server: chosen at its first start and kept in a file that only its user may read.
 *
 * @param port on the loopback address
 * @param superuserPassword of {@code postgres}, which only prepares the hub's own role and database
 * @param password of the hub's role
 */
record ClusterAccess(int port, String superuserPassword, String password) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static ClusterAccess fresh() {
        return new ClusterAccess(freePort(), secret(), secret());
    }

    static ClusterAccess read(Path file) {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return new ClusterAccess(
                Integer.parseInt(properties.getProperty("port", "0")),
                properties.getProperty("superuserPassword", ""),
                properties.getProperty("password", ""));
    }

    void write(Path file) {
        Properties properties = new Properties();
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("superuserPassword", superuserPassword);
        properties.setProperty("password", password);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            properties.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        OwnerOnly.write(file, out.toByteArray());
    }

    /** The same access at another port when somebody else listens on this one. */
    ClusterAccess atFreePort() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return this;
        } catch (IOException taken) {
            return new ClusterAccess(freePort(), superuserPassword, password);
        }
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback address", e);
        }
    }

    private static String secret() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "ClusterAccess[port=" + port + "]";
    }
}
