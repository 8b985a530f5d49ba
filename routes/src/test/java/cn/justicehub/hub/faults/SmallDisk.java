package cn.justicehub.hub.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file system of its own, in memory, that a ballast file fills to the last block. */
final class SmallDisk implements AutoCloseable {

    private static final int BLOCK = 4096;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts it on a new folder; the test is skipped where that is not permitted. */
    static SmallDisk mount(Path folder, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        boolean mounted = Files.isExecutable(Path.of("/bin/mount"))
                && runs("/bin/mount", "-t", "tmpfs", "-o", "mode=700,size=" + megabytes + "m", "tmpfs", folder + "");
        assumeTrue(mounted, "no disk to fill: mounting a file system needs Linux and root");
        return new SmallDisk(folder);
    }

    private static boolean runs(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }

    Path folder() {
        return folder;
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    /** Takes all room that is left. */
    void fill() throws IOException {
        try (FileChannel file = FileChannel.open(
                ballast(), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (free() > 0) {
                file.write(ByteBuffer.allocate(BLOCK));
            }
        } catch (IOException full) {
            if (free() > 0) {
                throw full;
            }
        }
    }

    private long free() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /** Gives it back. */
    void relieve() throws IOException {
        Files.delete(ballast());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (!runs("/bin/umount", folder + "")) { // a process may be on its way out
            runs("/bin/umount", "-l", folder + "");
        }
    }
}
