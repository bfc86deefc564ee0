package io.cerebro.telling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.realm.Mask;
import io.cerebro.realm.NewRelicSettings;
import io.cerebro.realm.RealmsException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** New Relic, which is given a change marker for each stage that begins to serve, and for the way back. */
record NewRelic(NewRelicSettings settings) implements Channel {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String MUTATION = """
            mutation($event: ChangeTrackingEventInput!) {
              changeTrackingCreateEvent(changeTrackingEvent: $event) {
                changeTrackingEvent { changeTrackingId }
                messages
              }
            }""";

    @Override
    public String name() {
        return "New Relic at " + settings.url().getHost();
    }

    @Override
    public boolean tell(Decision decision) throws IOException {
        Optional<ChangeMarker> marker = ChangeMarker.of(decision);
        if (marker.isEmpty()) {
            return false;
        }
        String key = key();
        ObjectNode request = MAPPER.createObjectNode().put("query", MUTATION);
        request.putObject("variables").set("event", marker.get().event(settings));
        String answer = new JsonPost(settings.url(), Map.of("API-Key", key)).send(request.toString());
        try {
            check(MAPPER.readTree(answer));
            return true;
        } catch (JsonProcessingException e) {
            throw new IOException("it answered with something that is no JSON", e);
        } catch (IOException e) {
            throw new IOException(Mask.of(Stream.of(key)).over(String.valueOf(e.getMessage())), e);
        }
    }

    private String key() throws IOException {
        try {
            return settings.key().reveal();
        } catch (RealmsException missing) {
            throw new IOException(missing.getMessage(), missing);
        }
    }

    /** NerdGraph answers 200 whatever it thinks. */
    private static void check(JsonNode answer) throws IOException {
        JsonNode created = answer.at("/data/changeTrackingCreateEvent");
        if (created.at("/changeTrackingEvent/changeTrackingId").isTextual()) {
            return;
        }
        String said = answer.at("/errors/0/message")
                .asText(created.at("/messages/0").asText("no marker was made, and not why"));
        throw new IOException(
                "it said: " + Words.shortened(said.replaceAll("\\s+", " ").strip(), 200));
    }
}
