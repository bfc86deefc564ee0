package io.cerebro.definition;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The names that a definition's overlay for a realm may have: {@code marathon.prod.yaml}, {@code marathon.prod.yml} and
 * {@code marathon.prod.json} beside {@code marathon.yaml}.
 *
 * @param all names, with the definition's own folders
 */
public record OverlayNames(List<String> all, String realm) {
    private static final List<String> EXTENSIONS = List.of("yaml", "yml", "json");

    public OverlayNames {
        all = List.copyOf(all);
    }

    /** @param definition the definition's name, with or without its folders */
    public static OverlayNames of(String definition, String realm) {
        int file = Math.max(definition.lastIndexOf('/'), definition.lastIndexOf('\\')) + 1;
        int extension = definition.lastIndexOf('.');
        String base = extension < file ? definition : definition.substring(0, extension);
        return new OverlayNames(
                EXTENSIONS.stream().map(end -> base + "." + realm + "." + end).toList(), realm);
    }

    /**
     * The one that is there.
     *
     * @throws DefinitionException if two are
     */
    public Optional<String> among(Collection<String> there) {
        List<String> found = all.stream().filter(there::contains).toList();
        if (found.size() > 1) {
            throw new DefinitionException(found.get(0) + " and " + found.get(1) + " are both there for the realm "
                    + realm + ": keep one of them");
        }
        return found.stream().findFirst();
    }
}
