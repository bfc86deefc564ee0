package io.cerebro.gate.source;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.gate.Contest;
import io.cerebro.gate.Counters;
import io.cerebro.gate.Source;
import io.cerebro.realm.JsonAccess;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Latencies;
import io.cerebro.traffic.Tally;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;

/** Counters that somebody tells as JSON: one document for each app. */
final class JsonSource implements Source {
    private final JsonAccess access;
    private final JsonDocuments documents;

    /** @throws io.cerebro.realm.RealmsException if a secret or a file is missing */
    JsonSource(JsonAccess access) {
        this.access = access;
        this.documents = new JsonDocuments(access.server());
    }

    @Override
    public String name() {
        return access.name();
    }

    @Override
    public Duration every() {
        return access.every();
    }

    @Override
    public Map<String, Counters> look(Contest contest) {
        Map<String, Counters> series = new LinkedHashMap<>();
        Track.BOTH.forEach(track -> series.put(track.word(), counters(track, contest)));
        return series;
    }

    @Override
    public Map<String, Counters> stable(Contest contest) {
        return Map.of(Track.STABLE.word(), counters(Track.STABLE, contest));
    }

    private Counters counters(Track track, Contest contest) {
        JsonDocuments.Document document = documents.get(url(track, contest));
        return track.counters(epoch(document), tally(document));
    }

    private HttpUrl url(Track track, Contest contest) {
        String path = access.path().fill(name -> URLEncoder.encode(track.value(contest, name), StandardCharsets.UTF_8));
        return Objects.requireNonNull(HttpUrl.parse(access.server().url() + path), "checked when it was read");
    }

    private String epoch(JsonDocuments.Document document) {
        return access.pointers()
                .epoch()
                .map(pointer -> document.at(pointer).asText())
                .orElse("");
    }

    private Tally tally(JsonDocuments.Document document) {
        long requests = count(document, access.pointers().requests());
        long errors = count(document, access.pointers().errors());
        if (errors > requests) {
            throw document.wrong(
                    "it has " + requests + " requests at " + access.pointers().requests() + ", but " + errors
                            + " errors at " + access.pointers().errors());
        }
        return new Tally(new Counts(requests, errors), latencies(document, requests));
    }

    private Latencies latencies(JsonDocuments.Document document, long requests) {
        if (access.pointers().slower().isEmpty()) {
            return Latencies.NONE;
        }
        List<Long> slower = new ArrayList<>();
        access.pointers().slower().values().forEach(pointer -> slower.add(count(document, pointer)));
        try {
            return new Latencies(
                    requests, List.copyOf(access.pointers().slower().keySet()), slower);
        } catch (IllegalArgumentException e) {
            throw document.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static long count(JsonDocuments.Document document, JsonPointer pointer) {
        JsonNode value = document.at(pointer);
        double number = value.asDouble(-1);
        if (!value.isNumber() || number < 0 || number > Long.MAX_VALUE / 2.0) {
            throw document.wrong("it has " + Words.line(value.toString()) + " at " + pointer + ", which is no count");
        }
        return Math.round(number);
    }
}
