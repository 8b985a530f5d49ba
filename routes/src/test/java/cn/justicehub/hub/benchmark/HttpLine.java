package cn.justicehub.hub.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One kept-alive HTTP/1.1 connection that costs little: knows responses with a Content-Length, or in chunks. */
final class HttpLine implements AutoCloseable {

    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int STATUS_AT = "HTTP/1.1 ".length();

    private final int port;
    private @Nullable Socket socket;
    private byte[] buffer = new byte[16 * 1024];
    private int filled;
    private int bodyAt;

    HttpLine(int port) {
        this.port = port;
    }

    /** Sends a request and takes in the response, connecting first when the server closed the connection after the last. */
    int exchange(byte[] request) throws IOException {
        Socket open = connected();
        open.getOutputStream().write(request);
        String head = readHead(open.getInputStream());
        if (head.contains("\r\ntransfer-encoding: chunked")) {
            readChunks(open.getInputStream());
        } else {
            readBody(open.getInputStream(), length(head));
        }
        if (head.contains("\r\nconnection: close")) {
            close();
        }
        return Integer.parseInt(head.substring(STATUS_AT, STATUS_AT + 3));
    }

    /** The body of the last response; with the sizes of its chunks, when it came in chunks. */
    byte[] body() {
        return Arrays.copyOfRange(buffer, bodyAt, filled);
    }

    private Socket connected() throws IOException {
        Socket known = socket;
        if (known != null) {
            return known;
        }
        Socket fresh = new Socket(InetAddress.getLoopbackAddress(), port);
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(PATIENCE_MILLIS);
        socket = fresh;
        return fresh;
    }

    private String readHead(InputStream in) throws IOException {
        filled = 0;
        int end = -1;
        while (end < 0) {
            int seen = filled;
            fill(in);
            end = endOfHead(Math.max(0, seen - 3));
        }
        bodyAt = end + 4;
        return new String(buffer, 0, end, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private int endOfHead(int from) {
        for (int i = from; i + 3 < filled; i++) {
            if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static int length(String head) throws IOException {
        String name = "\r\ncontent-length:";
        int at = head.indexOf(name);
        if (at < 0) {
            throw new IOException("a response without Content-Length: "
                    + head.lines().findFirst().orElse(""));
        }
        int end = head.indexOf("\r\n", at + 2);
        return Integer.parseInt(head.substring(at + name.length(), end < 0 ? head.length() : end)
                .trim());
    }

    private void readBody(InputStream in, int length) throws IOException {
        while (filled < bodyAt + length) {
            fill(in);
        }
    }

    /** Up to the last chunk, which is empty; JSON has no line breaks of this kind, which could be taken for it. */
    private void readChunks(InputStream in) throws IOException {
        while (!endsWith(LAST_CHUNK)) {
            fill(in);
        }
    }

    private boolean endsWith(byte[] end) {
        int from = filled - end.length;
        return from >= bodyAt && Arrays.equals(buffer, from, filled, end, 0, end.length);
    }

    private void fill(InputStream in) throws IOException {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            throw new EOFException("the server closed the connection");
        }
        filled += read;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
