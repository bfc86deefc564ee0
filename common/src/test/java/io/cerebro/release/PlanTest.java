package io.cerebro.release;

import static io.cerebro.release.Drive.ORDERS;
import static io.cerebro.release.Drive.definition;
import static io.cerebro.release.Drive.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.gate.Background;
import io.cerebro.gate.Checks;
import io.cerebro.gate.Contest;
import io.cerebro.gate.Counters;
import io.cerebro.gate.Source;
import io.cerebro.gate.Sources;
import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import io.cerebro.realm.LockPolicy;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final AppId CANARY = ORDERS.canary();

    private final Drive drive = new Drive();

    @Test
    void saysWhatAReleaseSendsAndWhatItMeans() {
        drive.live(orders("v1"));

        assertThat(plan(definition("""
                {"id": "/orders", "instances": 3, "cpus": 0.5, "mem": 256,
                 "container": {"docker": {"image": "registry/orders:v2"}}, "env": {"POOL": "5"},
                 "healthChecks": [{"path": "/health"}]}"""), Goal.RELEASE).lines()).containsExactly("""
                        release of /orders: RESTART, 1 canary instance created first, then 3 running tasks replaced
                        what differs from the live /orders:
                          container.docker.image: registry/orders:v1 -> registry/orders:v2
                          env.BEHAVE: removed, was (hidden)
                          env.POOL: added (hidden)
                          mem: 128 -> 256
                        what is sent:
                          POST /v2/apps
                          {
                            "id": "/orders-canary",
                            "instances": 1,
                            "cpus": 0.5,
                            "mem": 256,
                            "container": {
                              "docker": {
                                "image": "registry/orders:v2"
                              }
                            },
                            "env": {
                              "POOL": "(hidden)"
                            },
                            "healthChecks": [ {
                              "path": "/health"
                            } ],
                            "labels": {
                              "CEREBRO_RELEASE": "8d5276a9f78a",
                              "CEREBRO_CANARY_OF": "/orders",
                              "CEREBRO_PREVIOUS": "2026-11-23T12:00:00.000Z",
                              "CEREBRO_BY": "ann",
                              "CEREBRO_SERVICE_PORTS": "",
                              "CEREBRO_INSTANCES": "3"
                            }
                          }
                          PUT /v2/apps/orders?partialUpdate=false
                          {
                            "id": "/orders",
                            "instances": 3,
                            "cpus": 0.5,
                            "mem": 256,
                            "container": {
                              "docker": {
                                "image": "registry/orders:v2"
                              }
                            },
                            "env": {
                              "POOL": "(hidden)"
                            },
                            "healthChecks": [ {
                              "path": "/health"
                            } ],
                            "labels": {
                              "CEREBRO_RELEASE": "8d5276a9f78a",
                              "CEREBRO_PREVIOUS": "2026-11-23T12:00:00.000Z",
                              "CEREBRO_BY": "ann"
                            }
                          }""".split("\n"));
    }

    @Test
    void sendsWhatTheReleaseThenSends() {
        drive.live(orders("v1"));
        Release release = drive.release(orders("v2"), Goal.RELEASE);
        Plan plan = drive.plan(release);

        Progress progress = drive.until(Progress.start(release), "isolated");
        AppDefinition canary = drive.marathon.app(CANARY).orElseThrow().definition();
        drive.toEnd(progress);

        assertThat(plan.requests())
                .containsExactly(
                        new Plan.Request("POST /v2/apps", canary),
                        new Plan.Request(
                                "PUT /v2/apps/orders?partialUpdate=false",
                                drive.marathon.app(ORDERS).orElseThrow().definition()));
        assertThat(plan.effect())
                .isEqualTo(new Effect(
                        Effect.Kind.RESTART, 3, 1, "1 canary instance created first, then 3 running tasks replaced"));
    }

    @Test
    void asksThreeTimesAndChangesNothing() {
        drive.live(orders("v1"));
        List<String> changes = drive.marathon.changes();
        int requests = drive.marathon.requests();
        drive.router.down("lb1", true);

        plan(orders("v2"), Goal.RELEASE);

        assertThat(drive.marathon.requests() - requests).isEqualTo(3);
        assertThat(drive.marathon.changes()).isEqualTo(changes);
    }

    @Test
    void createsAServiceThatIsNotThere() {
        assertThat(plan(definition("{\"id\": \"/orders\", \"cmd\": \"run\"}"), Goal.RELEASE)
                        .lines())
                .containsExactly("""
                        release of /orders: CREATE, with 1 instance
                        what is sent:
                          PUT /v2/apps/orders?partialUpdate=false
                          {
                            "id": "/orders",
                            "cmd": "run",
                            "instances": 1,
                            "labels": {
                              "CEREBRO_RELEASE": "75d1f843fe3c",
                              "CEREBRO_PREVIOUS": "none",
                              "CEREBRO_BY": "ann"
                            }
                          }""".split("\n"));
    }

    @Test
    void sendsNothingForAVersionThatIsLive() {
        drive.live(orders("v1"));
        for (Goal goal : List.of(Goal.DEPLOY, Goal.ISOLATED, Goal.PARTIAL, Goal.RELEASE)) {
            Plan plan = plan(orders("v1"), goal);
            assertThat(plan.effect()).hasToString("NONE, this version is live");
            assertThat(plan.lines()).hasSize(1);
        }
    }

    @Test
    void saysThatALiveVersionThatSomebodyHasChangedIsLeftAsItIs() {
        drive.live(orders("v1"));
        AppDefinition changed = drive.marathon.app(ORDERS).orElseThrow().definition();
        drive.marathon.put(changed.withImage("registry/orders:debug"));

        assertThat(plan(orders("v1"), Goal.DEPLOY).lines())
                .containsExactly(
                        "deploy of /orders: NONE, this version is live, and what differs from it is left as it is",
                        "what differs from the live /orders:",
                        "  container.docker.image: registry/orders:debug -> registry/orders:v1");
    }

    @Test
    void scalesWhereOnlyTheInstancesDiffer() {
        drive.live(orders("v1"));

        assertThat(head(plan(orders("v1").withInstances(5), Goal.RELEASE)))
                .containsExactly(
                        "release of /orders: SCALE, from 3 to 5 instances",
                        "what differs from the live /orders:",
                        "  instances: 3 -> 5");
    }

    @Test
    void keepsTheLiveInstancesWhereTheDefinitionHasNone() {
        drive.live(orders("v1"));

        assertThat(head(plan(orders("v2").withoutInstances(), Goal.DEPLOY)))
                .containsExactly(
                        "deploy of /orders: RESTART, 3 running tasks replaced",
                        "what differs from the live /orders:",
                        "  container.docker.image: registry/orders:v1 -> registry/orders:v2");
    }

    @Test
    void restartsAnAppThatHasNotBeenReleasedByCerebroThoughNothingElseDiffers() {
        drive.marathon.put(orders("v1"));
        drive.clock.advance(Duration.ofSeconds(10));

        assertThat(head(plan(orders("v1"), Goal.DEPLOY)))
                .containsExactly(
                        "deploy of /orders: RESTART, 3 running tasks replaced, though only Cerebro's own labels"
                                + " differ");
    }

    @Test
    void leavesTheLiveVersionAsItIsForACanary() {
        drive.live(orders("v1"));
        Plan plan = plan(orders("v2"), Goal.ISOLATED);

        assertThat(head(plan))
                .containsExactly(
                        "canary isolated of /orders: CANARY, 1 canary instance created, and the live version is left as"
                                + " it is",
                        "what differs from the live /orders:",
                        "  container.docker.image: registry/orders:v1 -> registry/orders:v2");
        assertThat(plan.requests()).extracting(Plan.Request::target).containsExactly("POST /v2/apps");
    }

    @Test
    void goesOnWithItsOwnCanary() {
        drive.live(orders("v1"));
        drive.toEnd(drive.release(orders("v2"), Goal.ISOLATED));

        assertThat(plan(orders("v2"), Goal.PARTIAL).effect())
                .hasToString("NONE, the canary of this version is there already");
        assertThat(plan(orders("v2"), Goal.RELEASE).effect()).hasToString("RESTART, 3 running tasks replaced");
    }

    @Test
    void saysWhoseCanaryIsInTheWay() {
        drive.live(orders("v1"));
        drive.toEnd(drive.release(orders("v2"), Goal.ISOLATED));
        Plan plan = plan(orders("v3"), Goal.DEPLOY);

        assertThat(plan.refused()).isTrue();
        assertThat(plan.lines())
                .startsWith(
                        "deploy of /orders: RESTART, 3 running tasks replaced",
                        "in the way: /orders-canary is there, released by ann at 2026-11-23T12:00:21Z; promote it or"
                                + " roll it back first",
                        "what differs from the live /orders:",
                        "  container.docker.image: registry/orders:v1 -> registry/orders:v3",
                        "what would be sent if nothing were in the way:",
                        "  PUT /v2/apps/orders?partialUpdate=false");
    }

    @Test
    void saysThatTheCanarysPlaceIsTaken() {
        drive.live(orders("v1"));
        drive.marathon.create(orders("v1").withId(CANARY));
        drive.clock.advance(Duration.ofSeconds(10));

        assertThat(plan(orders("v2"), Goal.RELEASE).obstacles())
                .containsExactly(new Plan.Obstacle(
                        "/orders-canary is there and is not a canary of /orders: it has no label CEREBRO_CANARY_OF",
                        true));
    }

    @Test
    void saysThatThereIsNothingToSetACanaryBeside() {
        Plan plan = plan(orders("v1"), Goal.ISOLATED);

        assertThat(plan.refused()).isTrue();
        assertThat(plan.lines())
                .containsExactly(
                        "canary isolated of /orders: NONE, it cannot be done",
                        "in the way: there is no /orders to set a canary beside; deploy it first");
    }

    @Test
    void saysWhichDeploymentAReleaseWouldWaitFor() {
        drive.live(orders("v1"));
        drive.marathon.lock(ORDERS, "d1");
        Plan plan = plan(orders("v2"), Goal.DEPLOY);

        assertThat(plan.refused()).isFalse();
        assertThat(plan.lines())
                .startsWith(
                        "deploy of /orders: RESTART, 3 running tasks replaced",
                        "waited for: deployment d1, which holds /orders since " + drive.clock.instant());

        drive.locks(LockPolicy.FAIL);

        assertThat(plan(orders("v2"), Goal.DEPLOY).refused()).isTrue();
        assertThat(plan(orders("v2"), Goal.DEPLOY).lines())
                .contains("in the way: deployment d1, which holds /orders since " + drive.clock.instant());
        assertThat(plan(orders("v1"), Goal.DEPLOY).obstacles()).isEmpty();
    }

    @Test
    void asksTheSourcesOfACanarysGate() {
        drive.live(orders("v1"));
        List<Contest> asked = new ArrayList<>();
        drive.listen(
                new Sources(
                        List.of(
                                source("Prometheus at http://p", contest -> {
                                    asked.add(contest);
                                    return Map.of(
                                            "stable instance=a",
                                            new Counters("", Tally.of(new Counts(12_000, 3)), Tally.NONE),
                                            "stable instance=b",
                                            new Counters("", Tally.of(new Counts(345, 0)), Tally.NONE));
                                }),
                                source("JSON of http://stats", contest -> {
                                    throw new Unreachable("tried to GET http://stats/orders but it answered 503");
                                })),
                        drive.clock,
                        Background.here()),
                Checks.NONE);

        assertThat(head(plan(orders("v2"), Goal.RELEASE)))
                .containsExactly(
                        "release of /orders: RESTART, 1 canary instance created first, then 3 running tasks replaced",
                        "what the gate's sources say of /orders:",
                        "  Prometheus at http://p: 2 series, 12,345 requests",
                        "  warning: JSON of http://stats: tried to GET http://stats/orders but it answered 503",
                        "  if that stays so, the verdict will be NOT ENOUGH DATA, and the release holds its canary for a"
                                + " person",
                        "what differs from the live /orders:",
                        "  container.docker.image: registry/orders:v1 -> registry/orders:v2");
        assertThat(asked)
                .containsExactly(new Contest(ORDERS, drive.clock.instant().minus(Duration.ofHours(1))));
        assertThat(plan(orders("v2"), Goal.RELEASE).refused()).isFalse();
        assertThat(plan(orders("v2"), Goal.ISOLATED).lines())
                .contains("  warning: JSON of http://stats: tried to GET http://stats/orders but it answered 503")
                .noneMatch(line -> line.contains("NOT ENOUGH DATA"));
        asked.clear();
        assertThat(plan(orders("v1"), Goal.RELEASE).lines()).hasSize(1);
        plan(orders("v2"), Goal.DEPLOY);
        assertThat(asked).isEmpty();
    }

    private static Source source(String name, Function<Contest, Map<String, Counters>> look) {
        return new Source() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration every() {
                return Duration.ofSeconds(30);
            }

            @Override
            public Map<String, Counters> look(Contest contest) {
                return look.apply(contest);
            }
        };
    }

    @Test
    void keepsSecretsOutOfEveryText() {
        drive.live(orders("v1"));
        AppDefinition target = definition("""
                {"id": "/orders", "cmd": "run --token=hunter2", "env": {"PASSWORD": "hunter2"}, "labels": {"KEY": "hunter2"}}""");

        assertThat(plan(target, Goal.RELEASE).toString()).doesNotContain("hunter2");
        assertThat(plan(target, Goal.RELEASE).lines()).noneMatch(line -> line.contains("hunter2"));
    }

    @Test
    void plansNoReleaseOfWhatIsThere() {
        assertThatThrownBy(() -> drive.plan(drive.release(Goal.PROMOTE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a plan is of a definition, and goal PROMOTE has none");
    }

    private Plan plan(AppDefinition target, Goal goal) {
        return drive.plan(drive.release(target, goal));
    }

    /** Without what is sent. */
    private static List<String> head(Plan plan) {
        return plan.lines().stream()
                .takeWhile(line -> !line.equals("what is sent:"))
                .toList();
    }
}
