package cn.justicehub.ledger.receipt;

import cn.justicehub.ledger.json.Jcs;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonFault;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.note.KeyType;
import cn.justicehub.ledger.note.NoteFault;
import cn.justicehub.ledger.note.NoteVerifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys a verifier trusts, each for one origin and a range of tree sizes. As text: JSON lines
 * {@code {"fromSize":…,"origin":"…","toSize":…,"vkey":"…"}}, {@code toSize} left out while the key is in use. The SHA-256
 * tree and its SM3 twin have lines of their own.
 */
public record Keyring(List<Entry> entries) {

    private static final String VKEY = "vkey";
    private static final String ORIGIN = "origin";
    private static final String FROM = "fromSize";
    private static final String TO = "toSize";

    /** Copies the list. */
    public Keyring {
        entries = List.copyOf(entries);
    }

    /** Reads JSON lines; empty lines and keys of a type unknown here are passed over. */
    public static Keyring parse(byte[] jsonLines) throws KeyringFault {
        List<Entry> entries = new ArrayList<>();
        // ISO 8859-1 keeps every byte, so that each line meets the strict UTF-8 check of the JSON reader
        String[] lines = new String(jsonLines, StandardCharsets.ISO_8859_1).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                entry(i + 1, lines[i].getBytes(StandardCharsets.ISO_8859_1)).ifPresent(entries::add);
            }
        }
        return new Keyring(entries);
    }

    /** The keyring as JSON lines, each in canonical form and ended by a newline. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            JsonObject line = JsonObject.builder()
                    .put(VKEY, entry.key.vkey())
                    .put(ORIGIN, entry.origin)
                    .put(FROM, entry.fromSize)
                    .putIfPresent(TO, entry.toSize)
                    .build();
            text.append(new String(Jcs.encode(line), StandardCharsets.UTF_8)).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The keys of an origin, whatever the size. */
    List<Entry> of(String origin, KeyType type) {
        return entries.stream()
                .filter(entry -> entry.origin.equals(origin) && entry.key.type() == type)
                .toList();
    }

    private static Optional<Entry> entry(int number, byte[] line) throws KeyringFault {
        try {
            if (Json.parse(line) instanceof JsonObject object) {
                return entry(number, object);
            }
        } catch (JsonFault | NoteFault fault) {
            throw new KeyringFault(number, String.valueOf(fault.getMessage()));
        }
        throw new KeyringFault(number, "no object");
    }

    private static Optional<Entry> entry(int number, JsonObject line) throws NoteFault, KeyringFault {
        String vkey = line.string(VKEY);
        String origin = line.string(ORIGIN);
        Long from = line.number(FROM);
        Long to = line.number(TO);
        boolean open = line.get(TO) == null;
        if (vkey == null || origin == null || from == null || line.members().size() != (open ? 3 : 4)) {
            throw new KeyringFault(number, "not exactly the members vkey, origin, fromSize and perhaps toSize");
        }
        if (from < 0 || (!open && (to == null || to < from))) {
            throw new KeyringFault(number, "fromSize and toSize are no range");
        }
        return NoteVerifier.ofKnownType(vkey).map(key -> new Entry(key, origin, from, to));
    }

    /**
     * One trusted key.
     *
     * @param origin of the heads it may sign
     * @param fromSize the smallest tree it may sign
     * @param toSize the largest tree it may sign, itself included; null while the key is in use
     */
    public record Entry(
            NoteVerifier key,
            String origin,
            long fromSize,
            @Nullable Long toSize) {

        /** Whether the key may sign a head of this size. */
        public boolean covers(long size) {
            return size >= fromSize && (toSize == null || size <= toSize);
        }
    }
}
