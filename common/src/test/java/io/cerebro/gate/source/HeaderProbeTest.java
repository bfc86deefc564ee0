package io.cerebro.gate.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.gate.Contest;
import io.cerebro.marathon.AppId;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.Test;

class HeaderProbeTest {
    private final HeaderProbe probe = new HeaderProbe("X-Canary");
    private final Contest contest = new Contest(AppId.of("/shop/orders"), Instant.EPOCH);

    @Test
    void asksForTheCanaryAndFollowsNobody() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse());
            server.enqueue(new MockResponse().setResponseCode(302).addHeader("Location", "/other"));
            server.enqueue(new MockResponse().setResponseCode(503));
            URI url = server.url("/orders/health?deep=1").uri();

            assertThat(probe.wrong(url, contest)).isEmpty();
            assertThat(probe.wrong(url, contest)).isEmpty();
            assertThat(probe.wrong(url, contest)).contains("it answered 503");

            assertThat(server.takeRequest().getHeader("X-Canary")).isEqualTo("shop_orders");
            assertThat(server.takeRequest().getPath()).isEqualTo("/orders/health?deep=1");
            assertThat(server.getRequestCount()).isEqualTo(3);
        }
    }

    @Test
    void saysWhyNoAnswerCame() throws IOException {
        MockWebServer server = new MockWebServer();
        server.start();
        URI url = server.url("/health").uri();
        server.shutdown();

        assertThat(probe.wrong(url, contest))
                .contains("tried to GET " + url + " but nothing accepts connections there; is it running?");
    }
}
