package cn.justicehub.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The characters that a note and a key name may have. */
final class NoteText {
    private NoteText() {}

    /** Non-empty, without Unicode spaces, plus signs and control characters. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(point -> point == '+'
                                || point < ' '
                                || point == 0x85
                                || Character.isSpaceChar(point)
                                || Character.isWhitespace(point));
    }

    /** Strict UTF-8 without ASCII control characters other than newline. */
    static String decode(byte[] bytes) throws NoteFault {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new NoteFault("the note is not UTF-8");
        }
        requireCharacters(text);
        return text;
    }

    static void requireCharacters(String text) throws NoteFault {
        if (text.chars().anyMatch(unit -> unit < ' ' && unit != '\n')) {
            throw new NoteFault("the note has a control character");
        }
    }
}
