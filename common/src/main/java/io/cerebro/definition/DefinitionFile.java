package io.cerebro.definition;

import io.cerebro.document.Document;
import io.cerebro.document.DocumentException;
import io.cerebro.document.Value;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.realm.Realm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the team's app definition, YAML or JSON, as it is for one realm.
 *
 * <p>A file beside it with the realm's name before the extension ({@code marathon.prod.yaml} beside {@code marathon.yaml})
 * overlays it: objects merge, lists and single values replace, and null removes. Then {@code ${NAME}} and
 * {@code ${NAME:-default}} in texts are replaced; {@code $${NAME}} stays as {@code ${NAME}}, and {@code $PORT0} and every
 * other dollar are left to the shell.
 */
public final class DefinitionFile {
    private static final List<String> EXTENSIONS = List.of("yaml", "yml", "json");

    private DefinitionFile() {}

    /**
     * Reads, overlays, fills in and checks a definition.
     *
     * @param variables that come before the realm's own; {@code REALM} and {@code REGISTRY} are always there
     * @throws DefinitionException if it cannot be read, is no app definition, or asks for more than the realm allows
     */
    public static AppDefinition read(Path file, Realm realm, Map<String, String> variables) {
        try {
            Value.Mapping definition = object(Document.read(file));
            Value.Mapping overlaid = overlay(file, realm)
                    .map(overlay -> Overlay.merge(definition, object(Document.read(overlay))))
                    .orElseGet(() -> Overlay.clean(definition));
            return new Rendering(overlaid, new Variables(all(realm, variables)), realm).definition();
        } catch (DocumentException e) {
            throw new DefinitionException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Value.Mapping object(Value value) {
        if (value instanceof Value.Mapping mapping) {
            return mapping;
        }
        throw value.place().error("an app definition is an object with keys, not " + value.kind());
    }

    private static Optional<Path> overlay(Path file, Realm realm) {
        String name = String.valueOf(file.getFileName());
        String base = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        List<Path> overlays = EXTENSIONS.stream()
                .map(extension -> file.resolveSibling(base + "." + realm.name() + "." + extension))
                .filter(Files::exists)
                .toList();
        if (overlays.size() > 1) {
            throw new DocumentException(overlays.get(0) + " and " + overlays.get(1) + " are both there for the realm "
                    + realm.name() + ": keep one of them");
        }
        return overlays.stream().findFirst();
    }

    private static Map<String, String> all(Realm realm, Map<String, String> variables) {
        Map<String, String> all = new TreeMap<>();
        all.put("REALM", realm.name());
        realm.registry().ifPresent(registry -> all.put("REGISTRY", registry.address()));
        all.putAll(realm.variables());
        all.putAll(variables);
        return all;
    }
}
