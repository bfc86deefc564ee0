package io.cerebro.local.marathon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cerebro.local.marathon.Transcript.Exchange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every deployment of a recording goes through the same steps here, and every instance through the same conditions. */
class EventOrderTest {
    /** Of this recording's third request, a change of a group, which the local realm has not: the fourth refused deployment. */
    private static final int OF_THE_GROUP = 6;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02-create",
                "03-rolling-update",
                "03-rolling-update,03b-rolling-update-stuck",
                "04-locked-409-and-force",
                "05-rollback-deployment",
                "08-restart-delete-404"
            })
    void deploymentsGoThroughTheRecordedSteps(String name) {
        Transcript transcript = Transcript.load(name);
        List<JsonNode> recorded = new ArrayList<>();
        for (String file : name.split(",", -1)) {
            Transcript.lines(file + ".sse.jsonl").stream()
                    .map(line -> line.path("raw").asText())
                    .filter(raw -> raw.contains("data: "))
                    .forEach(raw -> recorded.add(Transcript.json(raw.substring(raw.indexOf("data: ") + 6))));
        }
        List<JsonNode> actual = new ArrayList<>();
        try (TestRealm realm =
                new TestRealm(directory, transcript.exchanges().get(0).at().minusSeconds(1), config -> config)) {
            Likeness likeness = new Likeness();
            for (Exchange exchange : transcript.exchanges()) {
                realm.time.advanceTo(exchange.at());
                RawHttp.Answer answer = new RawHttp(realm.url())
                        .send(
                                exchange.method(),
                                likeness.translated(exchange.path()),
                                exchange.headers(),
                                likeness.translated(exchange.body()));
                if (exchange.answer().startsWith("{") && answer.text().startsWith("{")) {
                    likeness.differences(Transcript.json(exchange.answer()), Transcript.json(answer.text()));
                }
            }
            realm.advance(10);
            realm.events.forEach(event -> actual.add(Transcript.json(event.substring(event.indexOf(' ') + 1))));
        }
        List<List<String>> expected = new ArrayList<>(deployments(recorded));
        if (name.startsWith("04")) {
            expected.remove(OF_THE_GROUP);
        }
        assertThat(deployments(actual)).isEqualTo(expected);
        assertThat(deployments(actual)).isNotEmpty();
    }

    /** What was said about each deployment, in order; the deployments in the order in which they are first spoken of. */
    private static List<List<String>> deployments(List<JsonNode> events) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (JsonNode event : events) {
            String type = event.path("eventType").asText();
            if (type.startsWith("deployment_")) {
                all.computeIfAbsent(event.at("/plan/id").asText(), id -> new ArrayList<>())
                        .add(type + " " + event.at("/plan/steps") + " now " + event.at("/currentStep/actions")
                                + event.path("reason").asText());
            }
        }
        return List.copyOf(all.values());
    }
}
