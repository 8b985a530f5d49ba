package cn.justicehub.hub.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processor time that the three parties have used, in microseconds.
 *
 * @param loader the loader's process
 * @param hub the hub's process
 * @param database the database server with all its processes
 */
record Cpu(long loader, long hub, long database) {

    /** Linux counts in hundredths of a second towards user space, whatever the kernel's own tick. */
    private static final long TICK_MICROS = 10_000;

    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    static Cpu now(long loader, long postmaster) throws IOException {
        long database = ticks(postmaster, true);
        for (ProcessHandle child : ProcessHandle.of(postmaster)
                .map(ProcessHandle::children)
                .orElseThrow()
                .toList()) {
            database += ticks(child.pid(), false);
        }
        return new Cpu(
                ticks(loader, false) * TICK_MICROS,
                ticks(ProcessHandle.current().pid(), false) * TICK_MICROS,
                database * TICK_MICROS);
    }

    Cpu minus(Cpu earlier) {
        return new Cpu(loader - earlier.loader, hub - earlier.hub, database - earlier.database);
    }

    Cpu plus(Cpu other) {
        return new Cpu(loader + other.loader, hub + other.hub, database + other.database);
    }

    /** Fields of proc_pid_stat(5), counted from the one after the command, which may hold blanks; 0 when it just ended. */
    private static long ticks(long pid, boolean withEndedChildren) throws IOException {
        Path file = Path.of("/proc", Long.toString(pid), "stat");
        if (!Files.exists(file)) {
            return 0;
        }
        String stat = Files.readString(file);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long own = Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
        return withEndedChildren
                ? own + Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM])
                : own;
    }
}
