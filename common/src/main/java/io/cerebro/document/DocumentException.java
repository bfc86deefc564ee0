package io.cerebro.document;

/** A file cannot be read or understood; the message begins with file, line and column. */
public final class DocumentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DocumentException(String message) {
        super(message);
    }

    DocumentException(String message, Throwable cause) {
        super(message, cause);
    }
}
