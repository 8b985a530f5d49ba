package cn.justicehub.hub.commit;

import cn.justicehub.ledger.merkle.CompactRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The last head this replica saw committed, kept outside the database's directory: a database that went back in time
 * is behind it. Two slots are written in turn, so that a torn write leaves the other.
 */
final class HeadFile implements AutoCloseable {

    private static final int SLOT = 8192;

    private final Path file;
    private FileChannel channel;
    private long writes;
    private volatile boolean sound = true;
    private volatile @Nullable Head last;

    /**
     * Opens or creates the file.
     *
     * @throws UncheckedIOException when it cannot be read or written
     */
    HeadFile(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            channel = open(file);
            for (int slot = 0; slot < 2; slot++) {
                consider(read(slot));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Whether the last write succeeded; else one has to, before anything more is committed. */
    boolean sound() {
        return sound;
    }

    /** Whether a head, or a later one, is written. */
    boolean covers(Head head) {
        Head seen = last;
        return seen != null && seen.generation() == head.generation() && seen.size() >= head.size();
    }

    /** The largest head ever written, or null when there is none. */
    @Nullable
    Head last() {
        return last;
    }

    /**
     * Writes a committed head; returns once it is on disk.
     *
     * @throws IOException when it cannot be made durable: then no receipt may leave
     */
    synchronized void write(Head head) throws IOException {
        if (!sound) { // after a failed sync nobody knows what the kernel still holds of the old file handle
            channel.close();
            channel = open(file);
        }
        sound = false;
        String body = writes + 1 + "\n" + head.generation() + "\n" + head.origin() + "\n" + head.acceptedAt() + "\n"
                + HexFormat.of().formatHex(head.sha256().encode()) + "\n"
                + HexFormat.of().formatHex(head.sm3().encode()) + "\n";
        byte[] bytes = (crc(body) + "\n" + body).getBytes(StandardCharsets.UTF_8);
        ByteBuffer slot = ByteBuffer.allocate(SLOT);
        slot.put(bytes).position(0);
        channel.write(slot, (writes + 1) % 2 * SLOT);
        channel.force(false);
        writes++;
        last = head;
        sound = true;
    }

    /** Writes a committed head unless one at least as large is there; see {@link #write}. */
    void note(Head head) throws IOException {
        Head seen = last;
        if (!sound || seen == null || seen.generation() < head.generation() || seen.size() < head.size()) {
            write(head);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }

    private void consider(@Nullable Written found) {
        if (found != null && found.number > writes) {
            writes = found.number;
            last = found.head;
        }
    }

    private record Written(long number, Head head) {}

    private @Nullable Written read(int slot) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(SLOT);
        if (channel.read(buffer, (long) slot * SLOT) <= 0) {
            return null;
        }
        String text = new String(buffer.array(), StandardCharsets.UTF_8).replace("\0", "");
        int end = text.indexOf('\n');
        if (end < 0 || !text.substring(0, end).equals(crc(text.substring(end + 1)))) {
            return null;
        }
        String[] lines = text.split("\n", -1);
        HexFormat hex = HexFormat.of();
        Head head = new Head(
                Integer.parseInt(lines[2]),
                lines[3],
                CompactRange.decode(hex.parseHex(lines[5])),
                CompactRange.decode(hex.parseHex(lines[6])),
                Long.parseLong(lines[4]));
        return new Written(Long.parseLong(lines[1]), head);
    }

    private static String crc(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
