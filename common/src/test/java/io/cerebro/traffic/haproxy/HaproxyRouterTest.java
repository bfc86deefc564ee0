package io.cerebro.traffic.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Address;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Latencies;
import io.cerebro.traffic.LoadBalancer;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.RouterView;
import io.cerebro.traffic.Server;
import io.cerebro.traffic.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HaproxyRouterTest {
    private static final AppId CART = AppId.of("/shop/cart");
    private static final String HEADING = "# pxname,svname,scur,status,bck,type,hrsp_1xx,hrsp_2xx,hrsp_3xx,hrsp_4xx,"
            + "hrsp_5xx,hrsp_other,econ,eresp,stot,addr,-,\n";

    @TempDir
    Path directory;

    private FakeStatsSocket one;
    private FakeStatsSocket two;
    private HaproxyRouter router;

    @BeforeEach
    void start() throws IOException {
        one = fake("1");
        two = fake("2");
        router = router(settings("1"), settings("2"));
    }

    @AfterEach
    void stop() throws IOException {
        one.close();
        two.close();
    }

    private FakeStatsSocket fake(String number) throws IOException {
        Files.createDirectories(directory.resolve(number));
        return FakeStatsSocket.at(socket(number)).map(shares(number)).map(headers(number));
    }

    private Path socket(String number) {
        return directory.resolve(number + ".sock");
    }

    private String shares(String number) {
        return directory.resolve(number) + "/share.map";
    }

    private String headers(String number) {
        return directory.resolve(number) + "/header.map";
    }

    private LoadBalancerSettings settings(String number) {
        return LoadBalancerSettings.local("lb" + number, socket(number), directory.resolve(number));
    }

    private static HaproxyRouter router(LoadBalancerSettings... settings) {
        return new HaproxyRouter(List.of(settings), AppId::name, Duration.ofMillis(500));
    }

    private String file(String number, String map) throws IOException {
        return Files.readString(directory.resolve(number).resolve(map));
    }

    @Test
    void setsTheShareInEveryLoadBalancerAndItsFiles() throws IOException {
        router.set(CART, Share.percent(10));

        for (String number : List.of("1", "2")) {
            FakeStatsSocket fake = number.equals("1") ? one : two;
            assertThat(fake.entries(shares(number))).containsExactly("shop_cart 1000");
            assertThat(fake.entries(headers(number))).containsExactly("shop_cart shop_cart");
            assertThat(file(number, "share.map")).isEqualTo("shop_cart 1000\n");
            assertThat(file(number, "header.map")).isEqualTo("shop_cart shop_cart\n");
        }
    }

    @Test
    void changesNothingWhereTheShareIsAsItShouldBe() {
        router.set(CART, Share.percent(10));
        List<String> before = one.changes();

        router.set(CART, Share.percent(10));

        assertThat(one.changes()).isEqualTo(before);
    }

    @Test
    void setsTheShareAgainWhereAReloadHasReadTheFilesBeforeTheyWereWritten() {
        one.reloadsAtTheNextChange();

        router(settings("1")).set(CART, Share.percent(10));

        assertThat(one.entries(shares("1"))).containsExactly("shop_cart 1000");
        assertThat(one.entries(headers("1"))).containsExactly("shop_cart shop_cart");
    }

    @Test
    void changesAnEntryInPlaceAndLeavesNoneWhenOff() throws IOException {
        router.set(CART, Share.percent(10));
        router.set(CART, Share.percent(50));
        router.set(CART, Share.ISOLATED);
        assertThat(one.changes()).contains("set map " + shares("1") + " shop_cart 5000");
        assertThat(one.entries(shares("1"))).isEmpty();
        assertThat(one.entries(headers("1"))).containsExactly("shop_cart shop_cart");

        router.set(CART, Share.OFF);

        assertThat(one.entries(headers("1"))).isEmpty();
        assertThat(file("1", "share.map")).isEmpty();
        assertThat(file("1", "header.map")).isEmpty();
    }

    @Test
    void leavesOneOfSeveralEntriesWithOneKey() {
        one.entry(shares("1"), "shop_cart", "100").entry(shares("1"), "shop_cart", "1000");
        one.entry(shares("1"), "orders", "200").entry(headers("1"), "old-value", "shop_cart");

        router.set(CART, Share.percent(10));

        assertThat(one.entries(shares("1"))).containsExactly("shop_cart 1000", "orders 200");
        assertThat(one.entries(headers("1"))).containsExactly("shop_cart shop_cart");
    }

    @Test
    void keepsTheOtherLinesOfAFileAndItsPermissions() throws IOException {
        Path file = directory.resolve("1/share.map");
        Files.writeString(file, "# shares\nshop_cart 1\norders 200\nshop_cart 2\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

        router.set(CART, Share.percent(10));

        assertThat(file("1", "share.map")).isEqualTo("# shares\norders 200\nshop_cart 1000\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-r--");
    }

    @Test
    void goesOnToTheOthersWhenOneIsDown() throws IOException {
        one.close();

        assertThatThrownBy(() -> router.set(CART, Share.percent(10)))
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to ask load balancer lb1 at " + socket("1")
                        + " but there is no such socket; is HAProxy running, and is this its 'stats socket'?");
        assertThat(two.entries(shares("2"))).containsExactly("shop_cart 1000");
    }

    @Test
    void namesEachThatFailed() throws IOException {
        one.close();
        two.silent();

        assertThatThrownBy(() -> router.set(CART, Share.OFF))
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to ask load balancer lb1 at " + socket("1")
                        + " but there is no such socket; is HAProxy running, and is this its 'stats socket'?"
                        + "; and tried to ask load balancer lb2 at " + socket("2")
                        + " but it did not answer within 500 ms; is it overloaded, or stopped?");
    }

    @Test
    void saysThatAFileCannotBeWrittenButChangesTheRunningProcess() throws IOException {
        LoadBalancerSettings elsewhere = new LoadBalancerSettings(
                "lb1",
                socket("1").toString(),
                directory.resolve("1").toString(),
                Optional.of(directory.resolve("missing")));

        assertThatThrownBy(() -> router(elsewhere).set(CART, Share.percent(10)))
                .isInstanceOf(RouterException.class)
                .hasMessage("load balancer lb1 has the share '10 % of the traffic' of /shop/cart but loses it at its"
                        + " next reload: tried to write its maps in " + directory + "/missing but NoSuchFileException: "
                        + directory + "/missing/.cerebro.lock; make the directory writable for this user and set the"
                        + " share again");
        assertThat(one.entries(shares("1"))).containsExactly("shop_cart 1000");
    }

    @Test
    void refusesAHeaderValueThatAnotherServiceHas() {
        one.entry(headers("1"), "shop_cart", "orders");

        assertThatThrownBy(() -> router(settings("1")).set(CART, Share.ISOLATED))
                .isInstanceOf(RouterException.class)
                .hasMessage(
                        "load balancer lb1 has the header value 'shop_cart' for the canary of 'orders' already: give"
                                + " /shop/cart another one");
    }

    @Test
    void turnsTheShareOffAlthoughAnotherServiceHasItsHeaderValue() {
        one.entry(headers("1"), "shop_cart", "orders").entry(shares("1"), "shop_cart", "1000");

        assertThatCode(() -> router(settings("1")).set(CART, Share.OFF)).doesNotThrowAnyException();

        assertThat(one.entries(shares("1"))).isEmpty();
        assertThat(one.entries(headers("1"))).containsExactly("shop_cart orders");
    }

    @Test
    void refusesAHeaderValueThatCouldBeMoreThanAValue() {
        for (String bad :
                List.of("a b", "a;b", "a\nshow stat", "a%b", "a<b", "#1", "a,b", "a\\b", "", "x".repeat(129))) {
            HaproxyRouter bent = new HaproxyRouter(List.of(settings("1")), service -> bad);
            assertThatThrownBy(() -> bent.set(CART, Share.ISOLATED))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "'" + bad + "' cannot be the value of the canary's header: it must start with a letter or"
                                    + " digit and have at most 128 letters, digits and . _ : @ / + = ~ -");
        }
        assertThat(one.connections()).isZero();
    }

    @Test
    void saysThatASocketIsNotOfLevelAdmin() {
        one.readOnly();

        assertThatThrownBy(() -> router(settings("1")).set(CART, Share.ISOLATED))
                .isInstanceOf(RouterException.class)
                .hasMessage("load balancer lb1 answered 'Permission denied' to 'add map " + headers("1")
                        + " shop_cart shop_cart' at " + socket("1")
                        + ": check that this is a stats socket of level admin"
                        + " and that its configuration uses the maps in " + directory.resolve("1"));
    }

    @Test
    void findsThatAllLoadBalancersCanBeReadAndSet() {
        assertThatCode(router::check).doesNotThrowAnyException();

        two.readOnly();
        assertThatThrownBy(router::check)
                .hasMessage(
                        "load balancer lb2 answered 'Permission denied' to 'del map " + shares("2") + " CEREBRO' at "
                                + socket("2") + ": check that this is a stats socket of level admin"
                                + " and that its configuration uses the maps in " + directory.resolve("2"));
    }

    @Test
    void saysThatALoadBalancerDoesNotUseTheMaps() {
        LoadBalancerSettings other = LoadBalancerSettings.local("lb1", socket("1"), directory.resolve("elsewhere"));

        assertThatThrownBy(() -> router(other).set(CART, Share.ISOLATED))
                .isInstanceOf(RouterException.class)
                .hasMessage(
                        "load balancer lb1 answered 'Unknown map identifier. Please use #<id> or <file>.' to 'show map "
                                + directory + "/elsewhere/share.map' at " + socket("1")
                                + ": check that this is a stats socket of"
                                + " level admin and that its configuration uses the maps in " + directory
                                + "/elsewhere");
    }

    @Test
    void readsServersShareAndCountsInOneConnection() {
        one.stats(HEADING
                        + "be_shop_cart,s1,3,UP,0,2,0,100,0,2,1,0,0,0,103,10.0.0.1:31001,-,\n"
                        + "be_shop_cart,s2,0,DOWN,0,2,0,0,0,0,0,0,0,0,0,10.0.0.2:31002,-,\n"
                        + "be_shop_cart,s3,0,MAINT,0,2,0,0,0,0,0,0,0,0,0,127.0.0.1:1,-,\n"
                        + "be_shop_cart,BACKEND,3,UP,0,1,0,100,0,2,4,0,2,1,106,,-,\n"
                        + "be_shop_cart_canary,c1,2,UP,0,2,7,30,1,2,5,0,3,4,90,10.0.0.3:31003,-,\n"
                        + "be_shop_cart_canary,c2,1,MAINT,0,2,0,10,0,0,0,0,0,0,10,10.0.0.4:31004,-,\n"
                        + "be_shop_cart_canary,b1,0,UP,1,2,0,6,0,0,1,0,0,0,7,10.0.0.1:31001,-,\n"
                        + "be_shop_cart_canary,BACKEND,3,UP,1,1,0,46,1,2,13,0,3,4,62,,-,\n")
                .entry(shares("1"), "shop_cart", "1000")
                .entry(headers("1"), "shop_cart", "shop_cart");

        RouterView view = router(settings("1")).look(CART);

        LoadBalancer balancer = view.loadBalancers().get(0);
        assertThat(balancer.name()).isEqualTo("lb1");
        assertThat(balancer.epoch()).isEqualTo("4711@1795396483");
        assertThat(balancer.share()).isEqualTo(Share.percent(10));
        assertThat(balancer.stable())
                .containsExactly(
                        new Server("s1", new Address("10.0.0.1", 31001), true, 3),
                        new Server("s2", new Address("10.0.0.2", 31002), false, 0));
        assertThat(balancer.canary())
                .containsExactly(
                        new Server("c1", new Address("10.0.0.3", 31003), true, 2),
                        new Server("c2", new Address("10.0.0.4", 31004), false, 1));
        assertThat(balancer.stableAnswers().counts()).isEqualTo(new Counts(106 + 7, 4 + 1));
        assertThat(balancer.canaryAnswers().counts()).isEqualTo(new Counts(30 + 1 + 2 + 5 + 3 + 4 + 10, 5 + 3 + 4));
        assertThat(view.stableUp(Set.of(new Address("10.0.0.1", 31001)))).isTrue();
        assertThat(one.connections()).isEqualTo(1);
    }

    @Test
    void readsHowLongAnswersTookWhereThereIsATableOfThat() {
        one.stats(HEADING
                        + "slower_ms_50_500,BACKEND,0,UP,0,1,0,0,0,0,0,0,0,0,0,,-,\n"
                        + "be_shop_cart,BACKEND,0,UP,0,1,0,0,0,0,0,0,0,0,0,,-,\n")
                .table("slower_ms_50_500", "be_shop_cart", "gpc0=90 gpc1=4 gpc2=1");
        two.stats(HEADING + "be_shop_cart,BACKEND,0,UP,0,1,0,0,0,0,0,0,0,0,0,,-,\n");

        List<LoadBalancer> balancers = router.look(CART).loadBalancers();

        List<Double> bounds = List.of(0.05, 0.5);
        assertThat(balancers)
                .extracting(
                        balancer -> balancer.stableAnswers().latencies(),
                        balancer -> balancer.canaryAnswers().latencies())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                new Latencies(90, bounds, List.of(4L, 1L)), new Latencies(0, bounds, List.of(0L, 0L))),
                        org.assertj.core.groups.Tuple.tuple(Latencies.NONE, Latencies.NONE));
    }

    @Test
    void anotherProcessIsAnotherEpoch() {
        one.stats(HEADING + "be_shop_cart,BACKEND,0,UP,0,1,0,0,0,0,0,0,0,0,0,,-,\n");
        String before = router(settings("1")).look(CART).loadBalancers().get(0).epoch();

        one.pid(4712);

        assertThat(router(settings("1")).look(CART).loadBalancers().get(0).epoch())
                .isNotEqualTo(before);
    }

    @Test
    void saysThatALoadBalancerDoesNotKnowAService() {
        one.stats(HEADING);

        assertThatThrownBy(() -> router(settings("1")).look(CART))
                .isInstanceOf(RouterException.class)
                .hasMessage("load balancer lb1 has no backend be_shop_cart, so it does not know the service /shop/cart:"
                        + " check that the app runs, that it has a service port, and that what renders this HAProxy's"
                        + " configuration has seen it");
    }

    @Test
    void saysThatAShareMakesNoSense() {
        one.stats(HEADING + "be_shop_cart,BACKEND,0,UP,0,1,0,0,0,0,0,0,0,0,0,,-,\n")
                .entry(shares("1"), "shop_cart", "12345");

        assertThatThrownBy(() -> router(settings("1")).look(CART))
                .isInstanceOf(RouterException.class)
                .hasMessage("load balancer lb1 has no sensible share for 'shop_cart' in " + shares("1")
                        + " (a share is from 0 to 10000 basis points (1/100 percent), not 12345): set the share again");
    }

    @Test
    void reachesALoadBalancerOverTcpToo() {
        LoadBalancerSettings closed = new LoadBalancerSettings("lb3", "127.0.0.31:34999", "/maps", Optional.empty());

        assertThatThrownBy(() -> router(closed).look(CART))
                .isInstanceOf(Unreachable.class)
                .hasMessage("tried to ask load balancer lb3 at 127.0.0.31:34999 but nothing listens there;"
                        + " is HAProxy running?");
    }

    @Test
    void refusesSettingsThatHaproxyCouldMisread() {
        assertThatThrownBy(() -> new LoadBalancerSettings("lb 1", "/s", "/maps", Optional.empty()))
                .hasMessage("'lb 1' is not a load balancer's name: letters, digits, dots, hyphens and underscores,"
                        + " such as lb1");
        assertThatThrownBy(() -> new LoadBalancerSettings("lb1", "somewhere", "/maps", Optional.empty()))
                .hasMessage("'somewhere' is not a stats socket: give a path such as /run/haproxy/admin.sock,"
                        + " or host:port");
        assertThatThrownBy(() -> new LoadBalancerSettings("lb1", "/s", "/ma ps;x", Optional.empty()))
                .hasMessage("'/ma ps;x' is not a directory of maps: give it as HAProxy's configuration does,"
                        + " such as /etc/haproxy/maps");
    }
}
