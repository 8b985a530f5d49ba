package cn.justicehub.hub.faults;

import static org.awaitility.Awaitility.await;

import cn.justicehub.hub.testing.HubUnderTest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A hub that runs as another process on a data directory and a port that stay, and dies without a word. */
final class HubProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(120);
    private static final int LAST_LINES = 30;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Path data;
    private final URI address;
    private final Process process;

    private HubProcess(Path data, URI address, Process process) {
        this.data = data;
        this.address = address;
        this.process = process;
    }

    /** A free port of the loopback address. */
    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    /** Starts it; it may take a while until it is {@link #awaitReady ready}. Its log is {@code data.log}. */
    static HubProcess start(Path data, int port, Map<String, String> more) throws IOException {
        Map<String, String> properties = new HashMap<>(HubUnderTest.properties(data));
        properties.putAll(more);
        properties.put("server.port", Integer.toString(port));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-agentlib") && !flag.startsWith("-javaagent"))
                .forEach(command::add);
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-XX:+UseSerialGC", "-Xmx512m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), HubMain.class.getName()));
        properties.forEach((name, value) -> command.add("--" + name + "=" + value));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(data).toFile()))
                .start();
        return new HubProcess(data, URI.create("http://127.0.0.1:" + port), process);
    }

    void awaitReady() {
        await("hub of " + data)
                .atMost(START)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("the hub ended by itself: " + lastWords());
                    }
                    return ready();
                });
    }

    private static Path log(Path data) {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    /** The end of its log, which is deleted with the folder. */
    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log(data));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    private boolean ready() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** SIGKILL; its database server lives on, as after any such death. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGSTOP: it stands still wherever it is, and its connections stay. */
    void stop() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** SIGCONT. */
    void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("no " + name + " for " + process.pid());
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    /** A new data directory below {@code target}. */
    static Path newData() throws IOException {
        return Files.createTempDirectory(
                Files.createDirectories(Path.of("target/hubs").toAbsolutePath()), "fault");
    }
}
