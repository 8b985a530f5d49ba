package cn.justicehub.hub.start;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The directory that belongs to this replica alone while it lives. Holds the lock {@code hub.lock}, which the kernel
 * releases however the process ends; closed after everything that keeps files in it.
 */
public final class DataDirectory implements AutoCloseable {

    private final Path directory;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path directory, FileChannel channel, FileLock lock) {
        this.directory = directory;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Makes the directory if need be and takes it.
     *
     * @throws CannotStartException when another live hub holds it
     */
    public static DataDirectory take(Path path) {
        OwnerOnly.directory(path);
        try {
            Path directory = path.toRealPath();
            Path lockFile = directory.resolve("hub.lock");
            FileChannel channel = FileChannel.open(
                    lockFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw inUse(directory, lockFile);
            }
            sign(channel);
            return new DataDirectory(directory, channel, lock);
        } catch (IOException e) {
            throw new CannotStartException("the data directory " + path + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static CannotStartException inUse(Path directory, Path lockFile) throws IOException {
        String holder = Files.readString(lockFile, StandardCharsets.US_ASCII).strip();
        return new CannotStartException("another hub (process " + holder + ") runs on the data directory " + directory
                + ": an embedded database or broker serves one replica only. For more replicas give each its own"
                + " hub.data, and all of them hub.database.url and hub.broker.url");
    }

    private static void sign(FileChannel channel) throws IOException {
        String pid = ProcessHandle.current().pid() + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
    }

    public Path path() {
        return directory;
    }

    /** A file or directory below this one. */
    public Path resolve(String name) {
        return directory.resolve(name);
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
