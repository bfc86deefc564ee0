package io.cerebro.release;

import static io.cerebro.release.Drive.ORDERS;
import static io.cerebro.release.Drive.definition;
import static io.cerebro.release.Drive.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.marathon.AppDefinition;
import io.cerebro.realm.Limits;
import io.cerebro.realm.Login;
import io.cerebro.realm.MesosAccess;
import io.cerebro.realm.MesosAccess.Policy;
import io.cerebro.realm.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.Test;

class CapacityTest {
    private final Drive drive = new Drive();
    private final List<Integer> asked = new ArrayList<>();

    private void room(int instances, boolean refused) {
        drive.room((app, more) -> {
            assertThat(app.id()).isEqualTo(ORDERS);
            asked.add(more);
            return more <= instances
                    ? Optional.empty()
                    : Optional.of(new Capacity.Lack(
                            refused ? Capacity.Weight.REFUSED : Capacity.Weight.WARNED,
                            "room for " + more + " more (now for " + instances + ")"));
        });
    }

    private Outcome scale(String wish) {
        return drive.toEnd(Progress.scale(drive.release(Goal.SCALE), Size.of(wish, Limits.NONE)));
    }

    @Test
    void countsWhatRunsAtTheSameTime() {
        room(1000, true);
        drive.live(orders("v1"));
        drive.toEnd(drive.release(orders("v2"), Goal.RELEASE));
        drive.toEnd(drive.release(orders("v3"), Goal.TRIAL));
        drive.toEnd(drive.release(orders("v3"), Goal.DEPLOY));
        drive.toEnd(drive.release(orders("v3"), Goal.DEPLOY));
        drive.toEnd(drive.release(half("v4"), Goal.DEPLOY));
        scale("+4");
        scale("2");

        assertThat(asked).containsExactly(3, 1 + 3, 1, 3, 2, 4);
    }

    private static AppDefinition half(String version) {
        return definition("""
                {"id": "/orders", "instances": 3, "cpus": 0.5, "mem": 128,
                 "upgradeStrategy": {"minimumHealthCapacity": 0.5, "maximumOverCapacity": 0.5},
                 "container": {"docker": {"image": "registry/orders:%s"}},
                 "healthChecks": [{"path": "/health"}]}""".formatted(version));
    }

    @Test
    void refusesWhatDoesNotFitBeforeAnythingIsSent() {
        drive.live(orders("v1"));
        room(3, true);

        assertThat(drive.toEnd(drive.release(orders("v2"), Goal.RELEASE)).lines())
                .containsExactly("failed: there is not room for 4 more (now for 3)");
        assertThat(scale("+4").lines()).containsExactly("failed: there is not room for 4 more (now for 3)");
        assertThat(drive.marathon.changes()).containsExactly("PUT /orders");
        assertThat(drive.toEnd(drive.release(orders("v2"), Goal.DEPLOY)).kind()).isEqualTo(Outcome.Kind.DONE);
    }

    @Test
    void saysOnceWhatDoesNotFitAndGoesOnWhereThatIsThePolicy() {
        drive.live(orders("v1"));
        room(3, false);

        assertThat(drive.toEnd(drive.release(orders("v2"), Goal.RELEASE)).kind())
                .isEqualTo(Outcome.Kind.DONE);
        assertThat(drive.said)
                .filteredOn(line -> line.contains("room"))
                .singleElement()
                .asString()
                .startsWith("looking at what is there; Marathon will wait for room for 4 more (now for 3); until ");
        drive.said.clear();
        assertThat(scale("+4").because()).isEqualTo("/orders has gone from 3 to 7 instances, 7 serve it");
        assertThat(drive.said.get(0))
                .startsWith("looking at how many there are; Marathon will wait for room for 4 more (now for 3)");
    }

    @Test
    void isSaidToWhoScalesFromAPage() {
        drive.live(orders("v1"));
        Size more = Size.of("+4", Limits.NONE);
        room(3, true);
        assertThatThrownBy(() -> new Scaling(drive.world()).scale(drive.release(Goal.SCALE), more))
                .hasMessage("there is not room for 4 more (now for 3)");

        room(3, false);
        assertThat(new Scaling(drive.world()).scale(drive.release(Goal.SCALE), more))
                .isEqualTo("/orders scales from 3 to 7 instances; Marathon will wait for room for 4 more (now for 3)");
    }

    @Test
    void isPartOfThePlan() {
        drive.live(orders("v1"));
        room(3, true);
        Plan refused = drive.plan(drive.release(orders("v2"), Goal.RELEASE));
        assertThat(refused.lines()).contains("in the way: room for 4 more (now for 3)");
        assertThat(refused.refused()).isTrue();

        room(3, false);
        Plan warned = drive.plan(drive.release(orders("v2"), Goal.RELEASE));
        assertThat(warned.lines()).contains("waited for: room for 4 more (now for 3)");
        assertThat(warned.refused()).isFalse();
    }

    @Test
    void saysWhoHoldsTheRoomAsFarAsMesosTells() throws Exception {
        try (MockWebServer mesos = new MockWebServer()) {
            Map<String, String> answers = new HashMap<>();
            mesos.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return Optional.ofNullable(answers.get(request.getPath()))
                            .map(body -> new MockResponse().setBody(body))
                            .orElseGet(() -> new MockResponse().setResponseCode(403));
                }
            });
            Capacity capacity =
                    Capacity.of(new MesosAccess(List.of(mesos.url("/").uri()), Policy.REFUSE));
            answers.put("/slaves", """
                    {"slaves": [{"hostname": "a", "resources": {"cpus": 56, "mem": 9000, "ports": "[1-99]"},
                     "used_resources": {"cpus": 55, "mem": 8000}}]}""");
            String room =
                    "room for 9 more instances of /orders (now for 2: each needs 0.5 cpus and 128 MB; 1 cpus and 1000 MB"
                            + " are free on 1 of 1 agents";

            assertThat(capacity.lack(orders("v1"), 1)).isEmpty();
            assertThat(mesos.getRequestCount()).isEqualTo(1);
            assertThat(capacity.lack(orders("v1"), 9)).contains(new Capacity.Lack(Capacity.Weight.REFUSED, room + ")"));
            answers.put("/state-summary", """
                    {"frameworks": [{"name": "marathon", "used_resources": {"cpus": 12, "mem": 1000}},
                     {"name": "hadoop", "used_resources": {"cpus": 40, "mem": 6000}},
                     {"name": "chronos", "used_resources": {"cpus": 3, "mem": 1000}}]}""");
            assertThat(capacity.lack(orders("v1"), 9).orElseThrow().says())
                    .isEqualTo(
                            room + "; hadoop has 40 cpus and 6000 MB, marathon 12 cpus and 1000 MB, chronos 3 cpus and"
                                    + " 1000 MB)");
        }
    }

    @Test
    void goesOnWithoutMesos() {
        drive.room(Capacity.of(new MesosAccess(List.of(URI.create("http://127.0.0.1:1")), Policy.REFUSE)));

        assertThat(drive.toEnd(drive.release(orders("v1"), Goal.DEPLOY)).kind()).isEqualTo(Outcome.Kind.DONE);
        assertThat(drive.said.get(0))
                .startsWith("looking at what is there; whether there is room is not known: tried to GET"
                        + " http://127.0.0.1:1/slaves but nothing accepts connections there; is it running?; until ");
        assertThat(drive.plan(drive.release(orders("v2"), Goal.DEPLOY)).obstacles())
                .isEmpty();
    }

    @Test
    void goesOnWithoutALoginOfMesos() {
        drive.room(Capacity.of(new MesosAccess(
                List.of(URI.create("http://127.0.0.1:1")),
                Optional.of(new Login.Token(Secret.env("NO_SUCH_TOKEN"))),
                Optional.empty(),
                Policy.REFUSE)));

        assertThat(drive.toEnd(drive.release(orders("v1"), Goal.DEPLOY)).kind()).isEqualTo(Outcome.Kind.DONE);
        assertThat(drive.said.get(0))
                .startsWith("looking at what is there; whether there is room is not known: ")
                .contains("NO_SUCH_TOKEN");
    }
}
