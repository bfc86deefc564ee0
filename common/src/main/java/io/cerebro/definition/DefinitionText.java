package io.cerebro.definition;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.document.Document;
import io.cerebro.document.DocumentException;
import io.cerebro.document.Section;
import io.cerebro.document.Value;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.ReadOnly;
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
    private static final Rendering.Kind APP = new Rendering.Kind(Schema.APP, ReadOnly::includes, "Marathon", "apps");

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
            return app(overlaid, new Variables(all(realm, variables), OutsideValues.of(realm)), realm);
        } catch (DocumentException e) {
            throw new DefinitionException(e);
        }
    }

    private static AppDefinition app(Value.Mapping definition, Variables variables, Realm realm) {
        ObjectNode json = new Rendering(definition, variables, APP).json();
        new Additional(realm.additions()).to(json);
        new Requirements(definition, json, realm).check();
        if (json.toString().getBytes(UTF_8).length > AppDefinition.LARGEST) {
            throw definition.place().error("the app definition is larger than 1 MB, and Marathon takes no more");
        }
        Value.Field id = definition.fields().get("id");
        return id == null ? AppDefinition.of(json) : Section.made(id.value(), () -> AppDefinition.of(json));
    }

    private Value.Mapping object() {
        return object("an app definition");
    }

    Value.Mapping object(String what) {
        Value value = Document.read(name, text);
        if (value instanceof Value.Mapping mapping) {
            return mapping;
        }
        throw value.place().error(what + " is an object with keys, not " + value.kind());
    }

    static Map<String, String> all(Realm realm, Map<String, String> variables) {
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
