package cn.justicehub.hub.database;

import cn.justicehub.hub.start.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server of an earlier hub that was killed: its processes live on in the cluster's directory, which is how they are
 * known (a PostgreSQL process works in its data directory). The caller holds the data directory, so they are nobody
 * else's.
 */
final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final Duration FAST = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE = Duration.ofSeconds(10);

    private final Path cluster;

    private Leftovers(Path cluster) {
        this.cluster = cluster;
    }

    /** Stops what is left of an earlier server of this cluster and clears its pid file. */
    static void stop(Path cluster) throws IOException {
        if (Files.isDirectory(cluster)) {
            new Leftovers(cluster.toRealPath()).stop();
        }
    }

    private void stop() throws IOException {
        List<ProcessHandle> left = processes();
        if (!left.isEmpty()) {
            LOG.warn("An earlier hub did not stop its database: stopping it ({} processes)", left.size());
            end(left);
        }
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }

    private void end(List<ProcessHandle> left) throws IOException {
        postmaster(left).ifPresent(postmaster -> signal("INT", postmaster));
        if (awaitEnd(left, FAST)) {
            return;
        }
        List<ProcessHandle> stubborn = processes();
        stubborn.forEach(process -> signal("QUIT", process));
        if (!awaitEnd(stubborn, IMMEDIATE)) {
            throw new CannotStartException("a database server of an earlier hub still runs in " + cluster
                    + " and does not stop: processes "
                    + processes().stream().map(ProcessHandle::pid).toList());
        }
    }

    private Optional<ProcessHandle> postmaster(List<ProcessHandle> left) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        String pid = Files.readAllLines(pidFile).stream().findFirst().orElse("").strip();
        return left.stream()
                .filter(process -> Long.toString(process.pid()).equals(pid))
                .findFirst();
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(this::worksInCluster).toList();
    }

    private boolean worksInCluster(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(cluster);
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    /** INT asks a postmaster for a fast shutdown, QUIT for an immediate one; Java itself can only send TERM and KILL. */
    private static void signal(String signal, ProcessHandle process) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new CannotStartException("an earlier database server cannot be stopped: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean awaitEnd(List<ProcessHandle> processes, Duration patience) {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
