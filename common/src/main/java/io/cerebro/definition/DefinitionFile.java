package io.cerebro.definition;

import io.cerebro.chronos.JobDefinition;
import io.cerebro.document.Document;
import io.cerebro.document.DocumentException;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.realm.Realm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the team's app definition, and the realm's overlay beside it, from files of this machine. */
public final class DefinitionFile {
    private DefinitionFile() {}

    /**
     * Reads both, and renders them for one realm, see {@link DefinitionText#rendered}.
     *
     * @throws DefinitionException if one cannot be read, is no app definition, or asks for more than the realm allows
     */
    public static AppDefinition read(Path file, Realm realm, Map<String, String> variables) {
        return text(file).rendered(overlay(file, realm), realm, variables);
    }

    /**
     * The same of a job for Chronos, see {@link JobText#rendered}.
     *
     * @throws DefinitionException if one cannot be read, is no job, or asks for more than the realm allows
     */
    public static JobDefinition job(Path file, Realm realm, Map<String, String> variables) {
        return new JobText(text(file)).rendered(overlay(file, realm), realm, variables);
    }

    private static Optional<DefinitionText> overlay(Path file, Realm realm) {
        OverlayNames names = OverlayNames.of(file.toString(), realm.name());
        List<String> there = names.all().stream()
                .filter(name -> Files.exists(beside(file, name)))
                .toList();
        return names.among(there).map(name -> text(beside(file, name)));
    }

    private static DefinitionText text(Path file) {
        try {
            return new DefinitionText(file.toString(), Document.text(file));
        } catch (DocumentException e) {
            throw new DefinitionException(e);
        }
    }

    private static Path beside(Path file, String name) {
        return file.getFileSystem().getPath(name);
    }
}
