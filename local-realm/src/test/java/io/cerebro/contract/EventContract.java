package io.cerebro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.http.Ask;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.Event;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.junit.jupiter.api.Test;

/** 35, 36 and 40: the stream of events. */
interface EventContract extends Contract {
    @Test
    default void behaviour35FramesAndHeartbeatsComeAsTheClientReadsThem() throws IOException {
        try (Response response = stream("text/event-stream", "event_stream_attached")) {
            assertThat(response.code()).isEqualTo(200);
            assertThat(response.header("Content-Type")).isEqualToIgnoringCase("text/event-stream;charset=utf-8");
            assertThat(response.header("Transfer-Encoding")).isNull();
            BufferedSource lines = response.body().source();
            assertThat(lines.readUtf8Line()).isEqualTo("event: event_stream_attached");
            assertThat(lines.readUtf8Line()).startsWith("data: {").endsWith("}");
            assertThat(lines.readUtf8Line()).isEmpty();

            assertThat(heartbeat(lines)).isEmpty();
        }
    }

    /** The next line that belongs to no frame: others may attach meanwhile. */
    private static String heartbeat(BufferedSource lines) throws IOException {
        String line = lines.readUtf8Line();
        while (line != null && line.startsWith("event: ")) {
            lines.readUtf8Line();
            lines.readUtf8Line();
            line = lines.readUtf8Line();
        }
        return String.valueOf(line);
    }

    @Test
    default void behaviour36OnlyTheExactAcceptIsTakenAndACommaListMatchesNothing() throws IOException {
        try (Response any = stream("*/*", "deployment_success");
                Response list = stream("text/event-stream, */*", "deployment_success")) {
            assertThat(any.code()).isEqualTo(405);
            assertThat(list.code()).isEqualTo(405);
        }
        try (Heard nothing = Heard.of(subject().remote(), List.of("deployment_info,deployment_success"))) {
            String deployment =
                    ground().put(Ground.sleeper(ground().id("comma"), 1)).deploymentId();
            heard().of("deployment_success", deployment);

            assertThat(nothing.all()).extracting(Event::type).containsOnly("event_stream_attached");
        }
    }

    private Response stream(String accept, String type) throws IOException {
        HttpUrl url = ground().remote.url(0, Ask.get("/v2/events").with("event_type", type));
        Request request = ground().remote
                .to(url)
                .header("Accept", accept)
                .header("Accept-Encoding", "identity")
                .build();
        return ground().remote
                .client()
                .newBuilder()
                .callTimeout(Duration.ZERO)
                .readTimeout(Duration.ofSeconds(25))
                .build()
                .newCall(request)
                .execute();
    }

    @Test
    default void behaviour40EventsNameTheDeploymentAndItsApp() {
        AppId id = ground().id("events");

        String deployment = ground().put(Ground.sleeper(id, 1)).deploymentId();

        assertThat(heard().of("deployment_success", deployment).apps()).containsExactly(id);
        Event info = heard().of("deployment_info", deployment);
        assertThat(info.apps()).containsExactly(id);
        assertThat(info.data().at("/currentStep/actions").isArray()).isTrue();
        assertThat(heard().of("deployment_step_success", deployment).data().has("currentStep"))
                .isTrue();
        Eventually.see(() -> heard().any(event -> started(event, id)), "the task's start is told");
    }

    private static boolean started(Event event, AppId id) {
        return event.type().equals("status_update_event")
                && event.apps().contains(id)
                && event.data().path("taskStatus").asText().equals("TASK_RUNNING");
    }
}
