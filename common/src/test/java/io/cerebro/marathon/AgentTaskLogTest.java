package io.cerebro.marathon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentTaskLogTest {
    private static final String TASK = "orders.instance-e3418e67-e6d6-11f1-9a58-0242719a1bd1._app.1";
    private static final String SANDBOX = "/var/lib/mesos/slaves/S7/frameworks/F0/executors/" + TASK + "/runs/r1";

    private final MockWebServer agent = new MockWebServer();
    private final Map<String, String> files = new HashMap<>();
    private String state = "{\"frameworks\":[{\"executors\":[{\"id\":\"other\",\"directory\":\"/elsewhere\"},"
            + executor("id") + "],\"completed_executors\":[]}],\"completed_frameworks\":[]}";

    @BeforeEach
    void start() throws IOException {
        agent.setDispatcher(new Agent());
        agent.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() throws IOException {
        agent.shutdown();
    }

    @Test
    void readsTheLastLinesOfStderr() {
        files.put(SANDBOX + "/stderr", "one\ntwo\nthree\n");
        files.put(SANDBOX + "/stdout", "never mind\n");

        assertThat(log().tail("127.0.0.1", TASK, 2)).containsExactly("two", "three");
    }

    @Test
    void fillsUpWithStdoutBeforeStderr() {
        files.put(SANDBOX + "/stderr", "panic\n");
        files.put(SANDBOX + "/stdout", "one\ntwo\nthree");

        assertThat(log().tail("127.0.0.1", TASK, 3)).containsExactly("two", "three", "panic");
    }

    @Test
    void readsOnlyTheEndOfALongFile() {
        files.put(
                SANDBOX + "/stderr",
                IntStream.range(0, 20_000).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining()));

        assertThat(log().tail("127.0.0.1", TASK, 100_000))
                .hasSizeBetween(2_500, 3_500)
                .endsWith("line 19998", "line 19999")
                .allMatch(line -> line.matches("line \\d{5}"));
    }

    @Test
    void findsATaskThatHasEnded() {
        files.put(SANDBOX + "/stderr", "panic\n");
        for (String ended : new String[] {
            "{\"frameworks\":[{\"completed_executors\":[" + executor("id") + "]}]}",
            "{\"completed_frameworks\":[{\"completed_executors\":[" + executor("id") + "]}]}",
            "{\"frameworks\":[{\"completed_executors\":[{\"id\":\"shared\",\"directory\":\"" + SANDBOX
                    + "\",\"completed_tasks\":[{\"id\":\"" + TASK + "\"}]}]}]}"
        }) {
            state = ended;
            assertThat(log().tail("127.0.0.1", TASK, 5)).containsExactly("panic");
        }
    }

    @Test
    void keepsTerminalControlsFromTheReader() {
        files.put(SANDBOX + "/stderr", "\u001B[31mred\u001B[0m\u0007\tend\r\n" + "x".repeat(600) + "\n");

        assertThat(log().tail("127.0.0.1", TASK, 2)).containsExactly("red\tend", "x".repeat(500) + " ...");
    }

    @Test
    void hasNothingToSayWhereTheLogCannotBeHad() throws IOException {
        assertThat(log().tail("127.0.0.1", TASK, 5)).isEmpty();
        assertThat(log().tail("127.0.0.1", "unknown", 5)).isEmpty();
        assertThat(log().tail("not a host/../", TASK, 5)).isEmpty();
        assertThat(log().tail("", TASK, 5)).isEmpty();
        state = "<html>";
        assertThat(log().tail("127.0.0.1", TASK, 5)).isEmpty();
        AgentTaskLog log = log();
        agent.shutdown();
        assertThat(log.tail("127.0.0.1", TASK, 5)).isEmpty();
    }

    @Test
    void refusesAPortThatIsNone() {
        assertThatThrownBy(() -> new AgentTaskLog(0)).hasMessage("a port is from 1 to 65535, not 0");
    }

    private AgentTaskLog log() {
        return new AgentTaskLog(agent.getPort());
    }

    private static String executor(String key) {
        return "{\"" + key + "\":\"" + TASK + "\",\"directory\":\"" + SANDBOX + "\"}";
    }

    /** The two endpoints of a Mesos agent that count here, as its sources have them. */
    private final class Agent extends Dispatcher {
        private static final int MOST = 16 * 4096;

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            HttpUrl url = Objects.requireNonNull(request.getRequestUrl());
            return switch (url.encodedPath()) {
                case "/state" -> new MockResponse().setBody(state);
                case "/files/read" -> read(url);
                default -> new MockResponse().setResponseCode(404);
            };
        }

        private MockResponse read(HttpUrl url) {
            String file = files.get(url.queryParameter("path"));
            if (file == null) {
                return new MockResponse().setResponseCode(404);
            }
            int offset = Integer.parseInt(Objects.requireNonNull(url.queryParameter("offset")));
            String length = url.queryParameter("length");
            int from = offset == -1 ? file.length() : Math.min(offset, file.length());
            int most = Math.min(length == null ? file.length() : Integer.parseInt(length), MOST);
            String data = file.substring(from, Math.min(file.length(), from + most));
            return new MockResponse()
                    .setBody(MarathonJson.object()
                            .put("data", data)
                            .put("offset", from)
                            .toString());
        }
    }
}
