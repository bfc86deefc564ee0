package io.cerebro.telling;

import static io.cerebro.release.Drive.orders;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cerebro.realm.Audience;
import io.cerebro.realm.Secret;
import io.cerebro.release.Goal;
import io.cerebro.release.Progress;
import io.cerebro.report.Links;
import io.cerebro.report.ReleaseReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookTest {
    private static final String PATH = "/services/T0/B0/s3cr3t";
    private static final String LINK = "\n<https://jenkins.example.com/job/shop/7/|Shop #7>";

    private final Told told = new Told();
    private final MockWebServer chat = new MockWebServer();
    private final List<String> trouble = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        chat.start();
        for (int i = 0; i < 3; i++) {
            chat.enqueue(new MockResponse().setBody("ok"));
        }
    }

    @AfterEach
    void stop() throws IOException {
        chat.shutdown();
    }

    private Telling telling(ReleaseReport begun) {
        Secret url = Secret.of(chat.url(PATH).toString());
        return Telling.to(Audience.NOBODY.andWebhook(url), begun, trouble::add);
    }

    private void tell(List<ReleaseReport> reports) {
        try (Telling telling = telling(reports.get(0))) {
            reports.forEach(telling::looked);
        }
    }

    private List<String> messages() throws Exception {
        List<String> messages = new ArrayList<>();
        while (messages.size() < chat.getRequestCount()) {
            var request = chat.takeRequest();
            assertThat(request.getRequestLine()).isEqualTo("POST " + PATH + " HTTP/1.1");
            JsonNode body = new ObjectMapper().readTree(request.getBody().readUtf8());
            assertThat(body.size()).isEqualTo(1);
            messages.add(body.path("text").asText());
        }
        return messages;
    }

    @Test
    void saysThatItIsReleased() throws Exception {
        tell(told.reports(orders("v2"), Goal.RELEASE));

        assertThat(messages())
                .containsExactly("*Released* /orders in prod: /orders is live, 3 instances serve it (ann)" + LINK);
        assertThat(trouble).isEmpty();
    }

    @Test
    void saysWhyItWasRolledBack() throws Exception {
        told.drive.router.canaryErrorRate(0.3);
        tell(told.reports(orders("v3"), Goal.RELEASE));

        assertThat(messages())
                .singleElement()
                .asString()
                .startsWith("*Rolled back* /orders in prod: canary partial failed its gate: ")
                .endsWith(" (ann)" + LINK)
                .hasSizeLessThan(300);
    }

    @Test
    void saysOnceThatAPersonIsWaitedFor() throws Exception {
        told.drive.requestsPerSecond = 0;
        Progress progress = Progress.start(told.drive.release(orders("v2"), Goal.RELEASE));
        ReleaseReport report = ReleaseReport.begin(
                progress.release(), "prod", Links.NONE.and("A & <b>", "https://jenkins.example.com/job/a/1/"));
        try (Telling telling = telling(report)) {
            for (int i = 0; i < 200; i++) {
                progress = told.drive.steps(progress, 1);
                report = report.with(progress);
                telling.looked(report);
                if (progress.waitsForPerson()) {
                    telling.held(report);
                }
            }
        }

        assertThat(progress.waitsForPerson()).isTrue();
        assertThat(messages())
                .singleElement()
                .asString()
                .startsWith("*Held* /orders in prod: canary partial: ")
                .endsWith(". Go on, or roll back? (ann)\n<https://jenkins.example.com/job/a/1/|A &amp; &lt;b&gt;>");
    }

    @Test
    void keepsQuietAboutAStepThatWentWell() throws Exception {
        tell(told.reports(orders("v2"), Goal.ISOLATED));

        assertThat(messages()).isEmpty();
    }

    @Test
    void goesOnWithoutItAndShowsNothingOfItsUrl() throws Exception {
        chat.shutdown();
        tell(told.reports(orders("v2"), Goal.RELEASE));
        List<ReleaseReport> reports = told.reports(orders("v1"), Goal.DEPLOY);
        for (String url : List.of("s3cr3t", "https://h/s3cr3t|")) {
            try (Telling telling =
                    Telling.to(Audience.NOBODY.andWebhook(Secret.of(url)), reports.get(0), trouble::add)) {
                reports.forEach(telling::looked);
            }
        }

        assertThat(trouble)
                .containsExactly(
                        "tried to tell the webhook but nothing accepts connections there; is it running?; the release"
                                + " goes on",
                        "tried to tell the webhook but its URL is none: it begins with https://, and has no user name;"
                                + " the release goes on",
                        "tried to tell the webhook but its URL is none; the release goes on");
    }
}
