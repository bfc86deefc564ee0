package io.cerebro.local.marathon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.local.marathon.Transcript.Exchange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks the local Marathon what a real one was asked, at the same moments, and compares the answers. */
class ReplayTest {
    /** What the local realm has not: groups are only looked at, and some pages are no use on a laptop. */
    private static final Pattern LEFT_OUT = Pattern.compile(
            "(PUT|POST|DELETE) /v2/groups.*|GET /v2/(apps|groups)/shop.*|GET /v2/groups/versions|.* /v2/pods/.*");

    /** Apps that only those requests would have made. */
    private static final Set<String> SEVERAL_APPS = Set.of("12-groups-labels");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-empty-server",
                "02-create",
                "03-rolling-update,03b-rolling-update-stuck",
                "04-locked-409-and-force",
                "05-rollback-deployment",
                "07-scale",
                "08-restart-delete-404",
                "10-crash-loop",
                "11b-versions-fresh-id",
                "12-groups-labels",
                "13-tasks"
            })
    void answersAsRecorded(String name) {
        Transcript transcript = Transcript.load(name);
        List<String> differences = new ArrayList<>();
        try (TestRealm realm =
                new TestRealm(directory, transcript.exchanges().get(0).at().minusSeconds(60), config -> config)) {
            if (SEVERAL_APPS.contains(name)) {
                shop(realm);
            }
            Likeness likeness = new Likeness();
            for (Exchange exchange : transcript.exchanges()) {
                realm.time.advanceTo(exchange.at());
                if (!LEFT_OUT.matcher(exchange.method() + " " + exchange.path()).matches()) {
                    replay(realm, exchange, likeness)
                            .forEach(difference -> differences.add(exchange + "\n    " + difference));
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    private static void shop(TestRealm realm) {
        realm.put(
                "/v2/apps",
                "[{\"id\":\"/shop/db\",\"cmd\":\"sleep 100\",\"cpus\":0.1,\"mem\":32,\"labels\":{\"tier\":\"data\",\"team\":\"shop\"}},"
                        + "{\"id\":\"/shop/web\",\"cmd\":\"sleep 100\",\"cpus\":0.1,\"mem\":32,\"instances\":2,"
                        + "\"labels\":{\"tier\":\"front\",\"team\":\"shop\"},\"dependencies\":[\"db\"]}]");
        realm.advance(10);
    }

    private static List<String> replay(TestRealm realm, Exchange exchange, Likeness likeness) {
        Map<String, String> headers = exchange.headers();
        RawHttp.Answer answer = new RawHttp(realm.url())
                .send(
                        exchange.method(),
                        likeness.translated(exchange.path()),
                        headers,
                        likeness.translated(exchange.body()));
        List<String> differences = new ArrayList<>();
        if (answer.status() != exchange.status()) {
            differences.add(answer.status() + " " + answer.text() + " instead of " + exchange.status() + " "
                    + exchange.answer());
            return differences;
        }
        headers(exchange, answer, differences);
        if (!headers.containsKey("Accept-Encoding")) {
            bodies(exchange, answer, likeness, differences);
        }
        return differences;
    }

    private static void headers(Exchange exchange, RawHttp.Answer answer, List<String> differences) {
        for (String name : List.of("Content-Type", "Cache-Control", "WWW-Authenticate", "Content-Encoding", "Allow")) {
            if (!exchange.header(name).equals(answer.header(name))
                    && exchange.header(name).isPresent()) {
                differences.add(name + ": " + answer.header(name) + " instead of " + exchange.header(name));
            }
        }
        for (String name : List.of("Location", "Marathon-Deployment-Id", "X-Marathon-Leader")) {
            if (exchange.header(name).isPresent() != answer.header(name).isPresent()) {
                differences.add(name + ": " + answer.header(name) + " instead of " + exchange.header(name));
            }
        }
        String location = exchange.header("Location").orElse("").replaceFirst("http://[^/]+", "");
        if (!answer.header("Location").orElse("").endsWith(location)) {
            differences.add("Location: " + answer.header("Location") + " instead of " + location);
        }
    }

    private static void bodies(Exchange exchange, RawHttp.Answer answer, Likeness likeness, List<String> differences) {
        if (exchange.answer().isEmpty() || !exchange.answer().matches("(?s)[\\[{\"].*")) {
            if (!answer.text().equals(exchange.answer())) {
                differences.add(answer.text() + " instead of " + exchange.answer());
            }
            return;
        }
        JsonNode recorded = Transcript.json(exchange.answer());
        JsonNode actual = Transcript.json(answer.text());
        if (exchange.path().equals("/v2/info")) {
            actual = recorded.isObject() ? withoutContents(actual) : actual;
            recorded = withoutContents(recorded);
        }
        differences.addAll(likeness.differences(recorded, actual));
        String expected = likeness.translated(exchange.answer());
        if (exchange.status() >= 400 && !answer.text().equals(expected)) {
            differences.add(answer.text() + " instead of " + expected);
        }
    }

    /** The real one lists all of its configuration, which is not the local realm's. */
    private static JsonNode withoutContents(JsonNode info) {
        ObjectNode outer = info.deepCopy();
        List.of("marathon_config", "zookeeper_config", "http_config").forEach(outer::putObject);
        return outer;
    }
}
