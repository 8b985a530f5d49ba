package cn.justicehub.api.loading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Objects;

/** The defence notice's folder with something changed. */
final class Folders {

    private final Map<String, byte[]> files =
            BuiltInTypes.content("defence-notice").toMap();

    static Folders good() {
        return new Folders();
    }

    /** Replaces a text that the file must contain. */
    Folders with(String file, String old, String changed) {
        String text = new String(Objects.requireNonNull(files.get(file), file), UTF_8);
        if (!text.contains(old)) {
            throw new IllegalArgumentException(file + " does not contain: " + old);
        }
        files.put(file, text.replace(old, changed).getBytes(UTF_8));
        return this;
    }

    Folders adding(String file, String content) {
        files.put(file, content.getBytes(UTF_8));
        return this;
    }

    Folders without(String file) {
        files.remove(file);
        return this;
    }

    FolderContent content() {
        return FolderContent.of(files);
    }
}
