package cn.justicehub.hub.benchmark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A whole HTTP request, ready to be written, and where in it a fresh id and number are stamped to make it another message.
 *
 * @param bytes head and body
 * @param bodyAt where the body begins
 * @param idAt where message ids of 36 characters stand; empty when the request may not be changed
 * @param numberAt where numbers of nine digits stand
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never kept or compared
record Template(byte[] bytes, int bodyAt, int[] idAt, int[] numberAt) {

    /** The number that stands in a body to be stamped. */
    static final int NUMBER = 987_654_321;

    /** The message id that stands in a body to be stamped. */
    static final UUID ID = new UUID(0x7e57_0000_0000_4000L, 0x8000_0000_0000_0000L);

    static final int FIRST_NUMBER = 100_000_000;

    /** A POST of JSON; stamped wherever {@link #ID} and {@link #NUMBER} stand in the body. */
    static Template post(String path, String token, byte[] body) {
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, bytes, head.length, body.length);
        return new Template(
                bytes,
                head.length,
                places(bytes, head.length, ID.toString()),
                places(bytes, head.length, Integer.toString(NUMBER)));
    }

    /** The request that is the n-th of the run. */
    byte[] stamped(int n) {
        byte[] copy = bytes.clone();
        stamp(copy, idAt, new UUID(ID.getMostSignificantBits(), ID.getLeastSignificantBits() | n).toString());
        stamp(copy, numberAt, Integer.toString(FIRST_NUMBER + n));
        return copy;
    }

    private static void stamp(byte[] bytes, int[] places, String text) {
        if (places.length > 0) {
            byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
            for (int place : places) {
                System.arraycopy(ascii, 0, bytes, place, ascii.length);
            }
        }
    }

    private static int[] places(byte[] bytes, int from, String text) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        List<Integer> places = new ArrayList<>();
        for (int at = all.indexOf(text, from); at >= 0; at = all.indexOf(text, at + 1)) {
            places.add(at);
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    static void write(Path file, List<Template> templates) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(templates.size());
            for (Template template : templates) {
                out.writeInt(template.bytes.length);
                out.write(template.bytes);
                out.writeInt(template.bodyAt);
                writeAll(out, template.idAt);
                writeAll(out, template.numberAt);
            }
        }
    }

    static List<Template> read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int count = in.readInt();
            List<Template> templates = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                byte[] bytes = in.readNBytes(in.readInt());
                templates.add(new Template(bytes, in.readInt(), readAll(in), readAll(in)));
            }
            return templates;
        }
    }

    private static void writeAll(DataOutputStream out, int[] values) throws IOException {
        out.writeInt(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    private static int[] readAll(DataInputStream in) throws IOException {
        int[] values = new int[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readInt();
        }
        return values;
    }
}
