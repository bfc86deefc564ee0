package io.cerebro.marathon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cerebro.http.Credentials;
import io.cerebro.http.Remote;
import io.cerebro.http.Timeouts;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sentences of which people find out what was wrong. */
class RefusalTest {
    private static final AppDefinition DEFINITION = definition("{\"id\":\"/orders\",\"cmd\":\"sleep 100\"}");

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() throws IOException {
        server.shutdown();
    }

    @Test
    void namesEachFieldThatIsWrong() {
        assertRefused("invalid-two", 422, "Invalid JSON: /instances error.min; /mem error.min");
        assertRefused(
                "invalid-root",
                422,
                "Object is not valid: /id Path must contain at least one path element; / must not be root");
    }

    @Test
    void leavesOutTheDefinitionThatMarathonRepeats() {
        assertRefused("invalid-id-undefined", 422, "Invalid JSON: /id 'id' is undefined");
    }

    @Test
    void takesDetailsThatAreText() {
        assertRefused("syntax-error", 400, "Invalid JSON: Unexpected end-of-input within/between Object entries");
        assertRefused(
                "empty-body",
                400,
                "Please specify data in JSON format: No content to map due to end-of-input at [Source: (byte[])\"\";"
                        + " line: 1, column: 0]");
    }

    @Test
    void passesOnWhatMarathonSaysOfItsLimit() {
        assertRefused(
                "too-many-deployments",
                403,
                "Max number (1) of running deployments is achieved. Wait for existing deployments to complete or cancel"
                        + " oneusing force=true parameter. You can increase max deployment number by using"
                        + " --max_running_deployments parameter but be advised that this can have negative effects on"
                        + " the performance.");
    }

    @Test
    void takesA500WithWordsForARefusal() {
        assertRefused("health-check-500", 500, "illegal protocol HTTP specified with command");
    }

    @Test
    void saysThatALabelSelectorIsWrong() {
        server.enqueue(Recorded.response("label-unparsable"));

        assertThatThrownBy(() -> marathon(Credentials.none()).apps("tier=front"))
                .isInstanceOf(MarathonException.class)
                .hasMessage("tried to GET " + base() + "/v2/apps but Marathon refused it (422): Can not parse label"
                        + " selector tier=front. Reason: end of input expected");
    }

    @Test
    void saysThatThePasswordIsWrong() {
        server.enqueue(Recorded.response("unauthorized"));

        assertThatThrownBy(
                        () -> marathon(Credentials.basic("deployer", "s3cret")).info())
                .isInstanceOf(MarathonException.class)
                .hasMessage("Marathon at " + base()
                        + " refused the user name and password (401); check the realm's credentials");
    }

    @Test
    void saysThatTheTokenIsWrong() {
        server.enqueue(Recorded.response("unauthorized"));

        assertThatThrownBy(() -> marathon(Credentials.bearer("s3cret")).app(AppId.of("/orders")))
                .hasMessage("Marathon at " + base() + " refused the token (401); check the realm's credentials");
    }

    @Test
    void saysThatCredentialsAreNeeded() {
        server.enqueue(Recorded.response("unauthorized"));

        assertThatThrownBy(() -> marathon(Credentials.none()).deployments())
                .hasMessage("Marathon at " + base() + " asks who is there (401); give the realm credentials");
    }

    @Test
    void saysWhereARedirectLeads() {
        server.enqueue(new MockResponse()
                .setResponseCode(302)
                .addHeader("Location", "https://a:b@sso.example.com/login?token=s3cret"));

        assertThatThrownBy(() -> marathon(Credentials.none()).info())
                .hasMessage("tried to GET " + base() + "/v2/info but it redirects to https://sso.example.com/login"
                        + " (302); check the realm's Marathon URL");
    }

    @Test
    void doesNotTakeSomeOtherServersAnswerForMarathons() {
        server.enqueue(new MockResponse().setResponseCode(404).setBody("<h1>Not Found</h1>"));
        server.enqueue(new MockResponse().setBody("<h1>It works!</h1>"));
        server.enqueue(new MockResponse().setBody("{}"));

        assertThatThrownBy(() -> marathon(Credentials.none()).app(AppId.of("/orders")))
                .isInstanceOf(MarathonException.class)
                .hasMessage("tried to GET " + base() + "/v2/apps/orders but the answer (404) is not one that Marathon"
                        + " gives; check the realm's Marathon URL");
        assertThatThrownBy(() -> marathon(Credentials.none()).info())
                .hasMessage("tried to GET " + base() + "/v2/info but the answer (200) is not one that Marathon gives;"
                        + " check the realm's Marathon URL");
        assertThatThrownBy(() -> marathon(Credentials.none()).put(DEFINITION))
                .hasMessage("tried to PUT " + base() + "/v2/apps/orders but the answer (200) is not one that Marathon"
                        + " gives; check the realm's Marathon URL");
    }

    @Test
    void saysSoWhereMarathonSaysNothing() {
        server.enqueue(new MockResponse().setResponseCode(403));

        assertThatThrownBy(() -> marathon(Credentials.none()).put(DEFINITION))
                .hasMessage(
                        "tried to PUT " + base() + "/v2/apps/orders but Marathon refused it (403) without saying why");
    }

    @Test
    void neverSendsTheConstraintThatStopsMarathon() {
        AppDefinition hazard = definition("{\"id\":\"/orders\",\"constraints\":[[\"hostname\",\"GROUP_BY\"]]}");

        assertThatThrownBy(() -> marathon(Credentials.none()).put(hazard))
                .isInstanceOf(MarathonException.class)
                .hasMessage("the definition of /orders was not sent: the constraint [\"hostname\",\"GROUP_BY\"] has no"
                        + " number of groups, which stops Marathon from launching anything until it restarts; give it"
                        + " one, such as [\"hostname\",\"GROUP_BY\",\"3\"]");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void neverSendsADefinitionThatMarathonCannotStore() {
        AppDefinition huge = DEFINITION.withLabel("a", "ä".repeat(500_000));

        assertThatThrownBy(() -> marathon(Credentials.none()).create(huge))
                .isInstanceOf(MarathonException.class)
                .hasMessage("the definition of /orders was not sent: it has 1000052 bytes, and Marathon stops at one of"
                        + " more than 1000000; make it smaller");
        assertThat(server.getRequestCount()).isZero();
    }

    private void assertRefused(String recorded, int status, String words) {
        server.enqueue(Recorded.response(recorded));

        MarathonException refusal = catchThrowableOfType(
                MarathonException.class, () -> marathon(Credentials.none()).put(DEFINITION));

        assertThat(refusal)
                .hasMessage("tried to PUT " + base() + "/v2/apps/orders but Marathon refused it (" + status + "): "
                        + words);
        assertThat(refusal.status()).isEqualTo(status);
    }

    private HttpMarathon marathon(Credentials credentials) {
        return new HttpMarathon(new Remote(List.of(base()), credentials, Timeouts.DEFAULT));
    }

    private String base() {
        return "http://127.0.0.1:" + server.getPort();
    }

    private static AppDefinition definition(String json) {
        return AppDefinition.of(MarathonJson.tree(json));
    }
}
