package io.cerebro.gate.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.gate.SourceException;
import io.cerebro.http.Answer;
import io.cerebro.http.Ask;
import io.cerebro.http.Credentials;
import io.cerebro.http.Remote;
import io.cerebro.http.Timeouts;
import io.cerebro.http.Unreachable;
import io.cerebro.realm.Mask;
import io.cerebro.realm.NewRelicAccess;
import io.cerebro.realm.RealmsException;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Latencies;
import io.cerebro.traffic.Tally;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** New Relic's GraphQL API, which answers 200 whatever it thinks. */
final class NerdGraph {
    private static final int PATIENCE_SECONDS = 20;
    private static final Timeouts TIMEOUTS = new Timeouts(
            Duration.ofSeconds(3), Duration.ofSeconds(PATIENCE_SECONDS + 2), Duration.ofSeconds(PATIENCE_SECONDS + 5));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUERY = """
            query($account: Int!, $stable: Nrql!, $canary: Nrql!, $timeout: Seconds) {
              actor {
                account(id: $account) {
                  stable: nrql(query: $stable, timeout: $timeout) { results }
                  canary: nrql(query: $canary, timeout: $timeout) { results }
                }
              }
            }""";

    private final NewRelicAccess access;
    private final Remote remote;
    private final Mask mask;

    /** @throws io.cerebro.realm.RealmsException if the key is missing */
    NerdGraph(NewRelicAccess access) {
        String key = access.key().reveal();
        String server = access.url().getScheme() + "://" + access.url().getRawAuthority();
        this.access = access;
        this.remote = new Remote(List.of(server), credentials(key), TIMEOUTS);
        this.mask = Mask.of(Stream.of(key));
    }

    private Credentials credentials(String key) {
        try {
            return Credentials.key("API-Key", key);
        } catch (IllegalArgumentException e) {
            throw new RealmsException(access.name() + " cannot be asked: " + e.getMessage(), e);
        }
    }

    /**
     * Counts both apps' events.
     *
     * @throws Unreachable if it does not answer, or cannot now
     * @throws SourceException with its own words if it does not like the question, or with ours if we do not like its answer
     */
    Map<Track, Tally> count(Nrql nrql) {
        Answer answer =
                remote.ask(new Ask("POST", access.url().getPath(), List.of(), Optional.of(question(nrql)), true));
        JsonNode account = account(answer);
        Map<Track, Tally> counted = new EnumMap<>(Track.class);
        for (Track track : Track.BOTH) {
            JsonNode results = account.path(track.word()).path("results");
            if (results.size() != 1) {
                throw wrong(
                        answer,
                        "it answered '" + answer.shown() + "', which has no count of the " + track.word()
                                + " app's events: is 'where' more than a condition?");
            }
            counted.put(track, tally(answer, results.path(0)));
        }
        return counted;
    }

    private String question(Nrql nrql) {
        ObjectNode question = JSON.createObjectNode().put("query", QUERY);
        ObjectNode variables =
                question.putObject("variables").put("account", access.account()).put("timeout", PATIENCE_SECONDS);
        Track.BOTH.forEach(track -> variables.put(track.word(), nrql.of(track)));
        return question.toString();
    }

    private JsonNode account(Answer answer) {
        if (answer.status() == 401 || answer.status() == 403) {
            throw wrong(answer, "it answered " + answer.status() + ": is the key of this source a user's key?");
        }
        if (answer.status() >= 500 || answer.status() == 429) {
            throw new Unreachable("tried to " + answer.request() + " but it answered " + answer.status());
        }
        JsonNode body = read(answer);
        if (!answer.successful() || !(body.has("data") || body.has("errors"))) {
            throw wrong(answer, "it answered " + answer.status() + " '" + answer.shown() + "': is that NerdGraph?");
        }
        JsonNode error = body.path("errors").path(0);
        if (!error.isMissingNode()) {
            throw wrong(answer, "it said: " + Words.line(error.path("message").asText("")));
        }
        JsonNode account = body.at("/data/actor/account");
        if (!account.isObject()) {
            throw wrong(answer, "it knows no account " + access.account() + " that this key may read");
        }
        return account;
    }

    private Tally tally(Answer answer, JsonNode counted) {
        List<Double> bounds = access.events().bounds();
        long requests = number(answer, counted, Nrql.REQUESTS);
        long errors = number(answer, counted, Nrql.ERRORS);
        List<Long> slower = IntStream.range(0, bounds.size())
                .mapToObj(i -> number(answer, counted, Nrql.slower(i)))
                .toList();
        if (errors > requests) {
            throw wrong(answer, "it counted " + requests + " requests, but " + errors + " errors");
        }
        try {
            return new Tally(
                    new Counts(requests, errors),
                    bounds.isEmpty() ? Latencies.NONE : new Latencies(requests, bounds, slower));
        } catch (IllegalArgumentException e) {
            throw wrong(answer, String.valueOf(e.getMessage()));
        }
    }

    private long number(Answer answer, JsonNode counted, String name) {
        JsonNode number = counted.path(name);
        if (!number.isNumber() || number.asDouble() < 0) {
            throw wrong(answer, "it answered '" + answer.shown() + "', which has no number of " + name);
        }
        return number.asLong();
    }

    private static JsonNode read(Answer answer) {
        try {
            JsonNode json = JSON.readTree(answer.body());
            return json == null ? JSON.missingNode() : json;
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private SourceException wrong(Answer answer, String what) {
        return new SourceException(mask.over("tried to " + answer.request() + " but " + what));
    }
}
