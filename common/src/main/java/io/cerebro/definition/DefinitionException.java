package io.cerebro.definition;

/** The team's app definition cannot be used; the message begins with file, line and column where there is one to name. */
public final class DefinitionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DefinitionException(String message, Throwable cause) {
        super(message, cause);
    }
}
