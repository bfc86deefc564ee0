package io.cerebro.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cerebro.marathon.App;
import io.cerebro.marathon.AppDefinition;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The labels by which a release is read back from the realm. They are all that Cerebro remembers.
 */
final class Labels {
    /** Which version this is, see {@link #releaseId}. */
    static final String RELEASE = "CEREBRO_RELEASE";
    /** On the canary: the service whose canary it is. Membership daemons render its backend by this label. */
    static final String CANARY_OF = "CEREBRO_CANARY_OF";
    /** Marathon's version of the app that ran before; "none" for a first deploy. */
    static final String PREVIOUS = "CEREBRO_PREVIOUS";
    /** Who released it. */
    static final String BY = "CEREBRO_BY";
    /** The page of the build that released it. */
    static final String BUILD = "CEREBRO_BUILD";
    /** What it was built from. */
    static final String COMMIT = "CEREBRO_COMMIT";
    /** The digest of its image. */
    static final String IMAGE = "CEREBRO_IMAGE";
    /** On the canary: the instances that the definition asks for, where it does. */
    static final String INSTANCES = "CEREBRO_INSTANCES";
    /** On the canary: the service ports that the definition asks for; Marathon fills in those left to it. */
    static final String SERVICE_PORTS = "CEREBRO_SERVICE_PORTS";
    /** On the canary, where its router gives it other labels than the definition: the definition's, as a JSON object. */
    static final String OWN_LABELS = "CEREBRO_OWN_LABELS";

    static final List<String> ALL =
            List.of(RELEASE, CANARY_OF, PREVIOUS, BY, BUILD, COMMIT, IMAGE, INSTANCES, SERVICE_PORTS, OWN_LABELS);
    static final String NO_PREVIOUS = "none";

    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .configure(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, true)
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .build();

    private Labels() {}

    /**
     * Twelve hexadecimal digits of the SHA-256 of the definition with its keys in order. The number of instances does not
     * count: a change of it must scale the app, and a changed label would restart it.
     */
    static String releaseId(AppDefinition definition) {
        AppDefinition identity = strip(definition).withoutInstances();
        try {
            byte[] canonical =
                    CANONICAL.writeValueAsString(sorted(identity.json())).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the app is of this release; no app is of none. */
    static boolean carries(App app, Optional<String> releaseId) {
        return releaseId.isPresent() && app.definition().label(RELEASE).equals(releaseId);
    }

    /** Whose canary is in the way, and since when. */
    static String holder(App canary) {
        AppDefinition held = canary.definition();
        return held.id() + " is there, released by " + held.label(BY).orElse("somebody") + " at " + canary.version()
                + "; promote it or roll it back first";
    }

    /** With where it comes from: as the release says, else as the definition does, which may be a canary's. */
    static AppDefinition from(Source source, AppDefinition from, AppDefinition definition) {
        AppDefinition labelled = with(BUILD, source.build().or(() -> from.label(BUILD)), definition);
        labelled = with(COMMIT, source.commit().or(() -> from.label(COMMIT)), labelled);
        return with(IMAGE, definition.image().flatMap(Labels::digest), labelled);
    }

    private static Optional<String> digest(String image) {
        int at = image.indexOf("@sha256:");
        return at < 0 ? Optional.empty() : Optional.of(image.substring(at + 1));
    }

    private static AppDefinition with(String label, Optional<String> value, AppDefinition definition) {
        return value.map(text -> definition.withLabel(label, text)).orElse(definition);
    }

    /** With the labels of the same version that is live: another label would restart it. */
    static AppDefinition as(AppDefinition live, AppDefinition definition) {
        AppDefinition labelled = definition;
        for (String label : List.of(PREVIOUS, BY, BUILD, COMMIT, IMAGE)) {
            labelled = with(label, live.label(label), labelled);
        }
        return labelled;
    }

    /** Without Cerebro's labels. */
    static AppDefinition strip(AppDefinition definition) {
        AppDefinition stripped = definition;
        for (String label : ALL) {
            stripped = stripped.withoutLabel(label);
        }
        return stripped;
    }

    private static Object sorted(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, Object> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return fields;
        }
        if (node.isArray()) {
            return node.valueStream().map(Labels::sorted).toList();
        }
        return node;
    }
}
