package io.cerebro.zookeeper;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.http.Unreachable;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.curator.framework.recipes.leader.LeaderLatch;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Id;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarathonElectionTest {
    private static Candidates candidates;

    @BeforeAll
    static void start() throws Exception {
        candidates = new Candidates();
    }

    @AfterAll
    static void stop() throws Exception {
        candidates.close();
    }

    @Test
    void namesTheLeaderFirstAndThenThoseThatStandBy() throws Exception {
        String leader = candidates.stand("/marathon", "10.0.0.9:8080");
        candidates.stand("/marathon", "10.0.0.8:8080");
        candidates.stand("/marathon", "marathon-7.example.com:80");
        assertThat(election("/marathon").urls())
                .containsExactly("http://10.0.0.9:8080", "http://10.0.0.8:8080", "http://marathon-7.example.com:80");

        candidates.leave(leader);
        assertThat(election("/marathon").urls())
                .containsExactly("http://10.0.0.8:8080", "http://marathon-7.example.com:80");
    }

    @Test
    void agreesWithCuratorOnWhoLeads() throws Exception {
        String path = "/elected/leader-curator";
        LeaderLatch one = new LeaderLatch(candidates.client(), path, "10.0.0.1:8080");
        try (LeaderLatch other = new LeaderLatch(candidates.client(), path, "10.0.0.2:8080")) {
            one.start();
            assertThat(one.await(10, TimeUnit.SECONDS)).isTrue();
            other.start();
            assertThat(election("/elected").urls()).startsWith("http://10.0.0.1:8080");

            one.close();
            assertThat(other.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(election("/elected").urls()).containsExactly("http://10.0.0.2:8080");
        }
    }

    @Test
    void asksAnotherServerWhenOneIsAway() throws Exception {
        candidates.stand("/two", "10.0.0.9:8080");
        URI two = URI.create("zk://" + nobody() + "," + candidates.servers() + "/two");

        assertThat(new MarathonElection(two).urls()).containsExactly("http://10.0.0.9:8080");
    }

    @Test
    void saysThatNoMarathonIsRegistered() throws Exception {
        String none = " but no Marathon is registered there; is this the path of its --zk, and does it run?";
        refused("/nothing", none);

        candidates.leave(candidates.stand("/nobody", "10.0.0.9:8080"));
        refused("/nobody", none);
    }

    @ParameterizedTest
    @ValueSource(strings = {"member_0000000001", "10.0.0.9", "u:p@10.0.0.9:8080", "10.0.0.9:99999", "10.0.0.9:8080/x"})
    void refusesWhatIsNoMarathon(String registered) throws Exception {
        String node = candidates.stand("/other", registered);

        refused(
                "/other",
                " but '" + registered + "' is registered there, which is not the host and port of a Marathon");
        candidates.leave(node);
    }

    @Test
    void saysThatItMayNotReadWhatIsRegistered() throws Exception {
        candidates.stand(
                "/secret", "10.0.0.9:8080", List.of(new ACL(ZooDefs.Perms.ALL, new Id("digest", "marathon:x"))));

        refused("/secret", " but may not read that without a login; give the URL of each Marathon instead");
    }

    private static void refused(String path, String why) {
        assertThatThrownBy(() -> election(path).urls())
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to find Marathon at zk://" + candidates.servers() + path + "/leader-curator" + why);
    }

    @Test
    void givesUpInTimeWhereNoZooKeeperAnswers() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (String server : List.of("127.0.0.1:" + silent.getLocalPort(), nobody(), "no.such.host.invalid:2181")) {
                Instant begin = Instant.now();

                assertThatThrownBy(() -> new MarathonElection(brief(server), "/marathon").urls())
                        .isInstanceOf(Unreachable.class)
                        .hasMessage("tried to find Marathon at zk://" + server
                                + "/marathon/leader-curator but no ZooKeeper answered in time");
                assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(4));
            }
        }
    }

    @Test
    void givesUpAtOnceWhenItIsInterrupted() throws Exception {
        String server = nobody();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> new MarathonElection(Ensemble.of(server), "/marathon").urls())
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to find Marathon at zk://" + server
                        + "/marathon/leader-curator but the request was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        candidates.stand("/threads", "10.0.0.9:8080");
        Set<Thread> before = clients();

        assertThat(election("/threads").urls()).hasSize(1);

        Set<Thread> after = clients();
        after.removeAll(before);
        for (Thread thread : after) {
            thread.join(5_000);
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }

    private static Set<Thread> clients() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches(".*(?:SendThread|EventThread|Curator).*"))
                .collect(toSet());
    }

    /** All tests here run without, as every module does. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.netty.channel.Channel",
                "io.netty.handler.ssl.SslContext",
                "org.apache.commons.io.FileUtils",
                "org.apache.yetus.audience.InterfaceAudience",
                "com.google.common.base.Function",
                "ch.qos.logback.classic.Logger"
            })
    void needsNoMoreThanItsFourJars(String other) {
        assertThatThrownBy(() -> Class.forName(other)).isInstanceOf(ClassNotFoundException.class);
    }

    private static MarathonElection election(String path) {
        return new MarathonElection(URI.create("zk://" + candidates.servers() + path));
    }

    private static Ensemble brief(String servers) {
        return new Ensemble(servers, Duration.ofMillis(500), Duration.ofMillis(500));
    }

    /** Where nobody listens. */
    private static String nobody() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + socket.getLocalPort();
        }
    }
}
