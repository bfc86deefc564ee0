package io.cerebro.telling;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that grows by a line for each decision; opened for each, so that it can be rotated. */
record AuditFile(Path file) implements Channel {
    @Override
    public String name() {
        return "the audit file " + file;
    }

    @Override
    public boolean tell(Decision decision) throws IOException {
        try {
            Files.writeString(
                    file, AuditLine.of(decision) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return true;
        } catch (NoSuchFileException e) {
            throw new IOException("there is no directory " + file.getParent(), e);
        } catch (AccessDeniedException e) {
            throw new IOException("it may not be written to by " + System.getProperty("user.name"), e);
        }
    }
}
