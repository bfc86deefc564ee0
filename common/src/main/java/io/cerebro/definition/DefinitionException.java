package io.cerebro.definition;

import io.cerebro.document.DocumentException;

/** The team's app definition cannot be used; the message begins with file, line and column where there is one to name. */
public final class DefinitionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DefinitionException(String message) {
        super(message);
    }

    DefinitionException(DocumentException cause) {
        super(cause.getMessage(), cause);
    }
}
