package io.cerebro.local.marathon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is in the rotation, and how HAProxy checks them. */
class MembershipTest {
    private static final String HTTP =
            "{'protocol':'HTTP','path':'%s','gracePeriodSeconds':60,'intervalSeconds':1,'maxConsecutiveFailures':3}";

    @TempDir
    Path directory;

    private TestRealm realm;

    @BeforeEach
    void start() {
        realm = new TestRealm(directory);
    }

    @AfterEach
    void stop() {
        realm.close();
    }

    private void put(String check, String label) {
        realm.put(
                "/v2/apps/orders",
                "{'instances':2,'cmd':'serve','labels':{%s},'healthChecks':[%s]}"
                        .formatted(label, check)
                        .replace('\'', '"'));
    }

    private Optional<String> path() {
        return realm.rotation.last("/orders").healthPath();
    }

    private int members() {
        return realm.rotation.last("/orders").instances().size();
    }

    @Test
    void checksTheOldInstancesAsBeforeUntilOneWithANewPathIsHealthy() {
        put(HTTP.formatted("/old"), "");
        realm.advance(3);
        put(HTTP.formatted("/new"), "'SIM_HTTP':'503,200@5000'");
        realm.advance(4);
        assertThat(realm.app("/orders").path("tasksRunning").asInt()).isEqualTo(4);
        assertThat(path()).hasValue("/old");
        assertThat(members()).isEqualTo(2);
    }

    @Test
    void checksByConnectingWhileOldAndNewInstancesServeAndThenOnTheNewPath() {
        put(HTTP.formatted("/old"), "'SIM_KILL_MS':'5000'");
        realm.advance(3);
        int before = realm.rotation.snapshots.size() - 1;
        put(HTTP.formatted("/new"), "");
        realm.advance(8);
        assertThat(path()).hasValue("/new");
        assertThat(members()).isEqualTo(2);
        assertThat(realm.rotation.snapshots.stream()
                        .skip(before)
                        .map(services -> services.get(0).healthPath().orElse("connect"))
                        .distinct())
                .containsExactly("/old", "connect", "/new");
        assertThat(realm.rotation.snapshots.stream()
                        .skip(before)
                        .filter(services -> !services.get(0).healthPath().equals(Optional.of("/new")))
                        .map(services -> services.get(0).instances().size()))
                .allMatch(size -> size >= 2);
    }

    @Test
    void keepsItsMembersOverARestartInTheMidstOfAChangeOfPath() {
        put(HTTP.formatted("/old"), "");
        realm.advance(3);
        realm.put(
                "/v2/apps/orders",
                "{'instances':2,'cmd':'serve','labels':{'SIM_READY_MS':'60000'},'healthChecks':[%s],'readinessChecks':[{'name':'warm','path':'/ready','portName':'http'}]}"
                        .formatted(HTTP.formatted("/new"))
                        .replace('\'', '"'));
        realm.advance(3);
        assertThat(path()).isEmpty();
        assertThat(members()).isEqualTo(4);
        realm.restart();
        assertThat(path()).isEmpty();
        assertThat(members()).isEqualTo(4);
    }

    @Test
    void takesInAnInstanceWithoutChecksAsSoonAsItRuns() {
        put(HTTP.formatted("/old"), "");
        realm.advance(3);
        int before = realm.rotation.snapshots.size();
        put("", "");
        realm.advance(1);
        assertThat(realm.rotation.snapshots.stream()
                        .skip(before)
                        .anyMatch(services -> services.get(0).instances().size() > 2))
                .isTrue();
        realm.advance(3);
        assertThat(path()).isEmpty();
        assertThat(members()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'protocol':'HTTPS','path':'/health'}",
                "{'protocol':'MESOS_HTTPS','path':'/health'}",
                "{'protocol':'HTTP','path':'/health','port':8081}",
                "{'protocol':'HTTP','path':'/health','portIndex':1}",
                "{'protocol':'TCP'}"
            })
    void checksByConnectingWhereMarathonChecksSomethingElse(String check) {
        realm.put(
                "/v2/apps/orders",
                "{'instances':1,'cmd':'serve','ports':[0,0],'healthChecks':[%s]}"
                        .formatted(check)
                        .replace('\'', '"'));
        realm.advance(3);
        assertThat(members()).isEqualTo(1);
        assertThat(path()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'protocol':'MESOS_HTTP','path':'/health','portIndex':0}", "{'path':'/health'}"})
    void checksAsMarathonDoesAtTheFirstPort(String check) {
        put(check, "");
        realm.advance(3);
        assertThat(path()).hasValue("/health");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "..", "/..", "a/..", "/a/../..", ".", "", "/Orders", "a b", "//"})
    void takesALabelThatNamesNoAppForNone(String label) {
        put("", "'CEREBRO_CANARY_OF':'" + label + "'");
        realm.advance(3);
        assertThat(realm.rotation.last("/orders").canaryOf()).isEmpty();
        assertThat(members()).isEqualTo(2);
    }
}
