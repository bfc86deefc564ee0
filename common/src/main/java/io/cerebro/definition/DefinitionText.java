package io.cerebro.definition;

import io.cerebro.document.Document;
import io.cerebro.document.DocumentException;
import io.cerebro.document.Value;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.realm.Realm;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A team's app definition as text, wherever it was read.
 *
 * @param name for messages, such as {@code marathon.yaml}; one that ends with {@code .json} is JSON, every other YAML
 */
public record DefinitionText(String name, String text) {
    /**
     * Overlays, fills in and checks it, as it is for one realm: of an overlay objects merge, lists and single values replace,
     * and null removes. Then {@code ${NAME}} and {@code ${NAME:-default}} in texts are replaced; {@code $${NAME}} stays as
     * {@code ${NAME}}, {@code ${outside.orders-db}} is where the realm has that service, and {@code $PORT0} and every other dollar are left to the shell.
     *
     * @param variables that come before the realm's own; {@code REALM} and {@code REGISTRY} are always there
     * @throws DefinitionException if it is no app definition, or asks for more than the realm allows
     */
    public AppDefinition rendered(Optional<DefinitionText> overlay, Realm realm, Map<String, String> variables) {
        try {
            Value.Mapping definition = object();
            Value.Mapping overlaid = overlay.map(over -> Overlay.merge(definition, over.object()))
                    .orElseGet(() -> Overlay.clean(definition));
            return new Rendering(overlaid, new Variables(all(realm, variables), OutsideValues.of(realm)), realm)
                    .definition();
        } catch (DocumentException e) {
            throw new DefinitionException(e);
        }
    }

    private Value.Mapping object() {
        Value value = Document.read(name, text);
        if (value instanceof Value.Mapping mapping) {
            return mapping;
        }
        throw value.place().error("an app definition is an object with keys, not " + value.kind());
    }

    private static Map<String, String> all(Realm realm, Map<String, String> variables) {
        Map<String, String> all = new TreeMap<>();
        all.put("REALM", realm.name());
        realm.registry().ifPresent(registry -> all.put("REGISTRY", registry.address()));
        all.putAll(realm.variables());
        all.putAll(variables);
        return all;
    }

    /** The name alone: the text may hold secrets. */
    @Override
    public String toString() {
        return name;
    }
}
