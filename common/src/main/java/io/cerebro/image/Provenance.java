package io.cerebro.image;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an image comes from, for its {@code org.opencontainers.image} labels.
 *
 * @param source the repository; a user name or password in its URL is dropped
 * @param revision the commit
 * @param version for people
 * @param url of the build that made it
 */
public record Provenance(
        Instant created,
        Optional<String> source,
        Optional<String> revision,
        Optional<String> version,
        Optional<String> url) {
    private static final String PREFIX = "org.opencontainers.image.";
    private static final Pattern USER = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://)[^/]*@");

    public Provenance {
        source = source.map(Provenance::withoutUser);
        url = url.map(Provenance::withoutUser);
    }

    public static Provenance at(Instant created) {
        return new Provenance(created, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Provenance withSource(String repository) {
        return new Provenance(created, Optional.of(repository), revision, version, url);
    }

    public Provenance withRevision(String commit) {
        return new Provenance(created, source, Optional.of(commit), version, url);
    }

    public Provenance withVersion(String name) {
        return new Provenance(created, source, revision, Optional.of(name), url);
    }

    public Provenance withUrl(String build) {
        return new Provenance(created, source, revision, version, Optional.of(build));
    }

    Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(PREFIX + "created", created.truncatedTo(ChronoUnit.SECONDS).toString());
        source.ifPresent(text -> labels.put(PREFIX + "source", text));
        revision.ifPresent(text -> labels.put(PREFIX + "revision", text));
        version.ifPresent(text -> labels.put(PREFIX + "version", text));
        url.ifPresent(text -> labels.put(PREFIX + "url", text));
        return labels;
    }

    private static String withoutUser(String address) {
        return USER.matcher(address).replaceFirst("$1");
    }
}
