package io.cerebro.document;

/**
 * Where something is written.
 *
 * @param file as the reader was given it
 * @param key of the value, from the top of the file, such as {@code realms.qa.limits}; empty at the top
 */
public record Place(String file, int line, int column, String key) {
    /** The message, led by the place as compilers and editors write it. */
    public DocumentException error(String message) {
        return new DocumentException(file + ":" + line + ":" + column + ": " + message);
    }

    /** The same about the key. */
    public DocumentException errorOfKey(String message) {
        return error((key.isEmpty() ? "the file" : key) + " " + message);
    }

    String child(String name) {
        return key.isEmpty() ? name : key + "." + name;
    }

    String child(int index) {
        return key + "[" + index + "]";
    }
}
