package cn.justicehub.api.loading;

/**
 * One thing that is wrong with a definition.
 *
 * @param file path inside the type's folder
 * @param pointer JSON pointer into the file, empty for the file as a whole
 * @param message what is wrong, in English
 */
public record Fault(String file, String pointer, String message) {

    @Override
    public String toString() {
        return file + (pointer.isEmpty() ? "" : "#" + pointer) + ": " + message;
    }
}
