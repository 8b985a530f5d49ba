package cn.justicehub.hub.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The hub as it is installed, started by its script in a process of its own. */
final class PackagedHub implements AutoCloseable {

    private static final Path PROGRAM = Path.of("target/hub/bin/hub").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final Process process;
    private final int port;
    private final long started;

    private PackagedHub(Process process, int port, long started) {
        this.process = process;
        this.port = port;
        this.started = started;
    }

    /**
     * Starts {@code hub sandbox} on the JDK of this process.
     *
     * @param directory for its class archive and its output
     */
    static PackagedHub start(Path directory, Path data) throws IOException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                PROGRAM.toString(),
                "sandbox",
                "--set",
                "hub.data=" + data,
                "--set",
                "server.port=" + port,
                "--set",
                "logging.level.root=warn");
        builder.directory(directory.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("HUB_CACHE", directory.resolve("cache").toString());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                directory.resolve("packaged.log").toFile()));
        long started = System.nanoTime();
        return new PackagedHub(builder.start(), port, started);
    }

    /** Seconds since the process was started. */
    double age() {
        return (System.nanoTime() - started) / 1e9;
    }

    /** Returns as soon as somebody listens. */
    URI awaitPort() throws IOException, InterruptedException {
        while (!listening()) {
            if (!process.isAlive() || age() > PATIENCE.toSeconds()) {
                throw new IOException("the packaged hub did not start: see packaged.log");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
        }
        return URI.create("http://127.0.0.1:" + port);
    }

    private boolean listening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** A figure of proc_pid_status(5); the script becomes the hub, so the process is the hub's alone. */
    double megabytes(String name) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            if (line.startsWith(name + ":")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IOException("no " + name);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** SIGTERM, and waits for the end. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the packaged hub did not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
