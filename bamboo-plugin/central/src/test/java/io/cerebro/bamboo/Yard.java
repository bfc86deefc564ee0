package io.cerebro.bamboo;

import io.cerebro.image.TestRegistry;
import io.cerebro.local.Customer;
import io.cerebro.local.LocalRealm;
import io.cerebro.local.ShopSources;
import io.cerebro.local.chronos.LocalChronos;
import io.cerebro.local.haproxy.HaproxySettings;
import io.cerebro.local.marathon.BasicCredentials;
import io.cerebro.local.marathon.LocalMarathonConfig;
import io.cerebro.local.marathon.PortRange;
import io.cerebro.realm.Outside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * A realm on this machine, with a real registry, Docker Engine and HAProxy, which ask for a login; and a checked-out service
 * that behaves as its version says.
 */
final class Yard implements AutoCloseable {
    static final String MARATHON_PASSWORD = "mara-p4ss";
    private static final String ADDRESS = "127.0.0.77";

    private final Path directory;
    private final TestRegistry registry;
    private final LocalRealm realm;
    private final Customer customer = new Customer("http://" + ADDRESS + ":9090/cgi-bin/shop");

    private Yard(Path directory, TestRegistry registry, LocalRealm realm) {
        this.directory = directory;
        this.registry = registry;
        this.realm = realm;
    }

    static Yard open(Path directory) throws IOException {
        Path home = Files.createDirectories(directory.resolve("h"));
        Files.createDirectories(directory.resolve("registry"));
        TestRegistry registry = TestRegistry.withLogin(directory.resolve("registry"));
        LocalMarathonConfig marathon = LocalMarathonConfig.at(ADDRESS, home)
                .withPorts(8082, 5052)
                .withTaskPorts(new PortRange(32_200, 32_299))
                .withCredentials(new BasicCredentials("cerebro", MARATHON_PASSWORD));
        LocalRealm realm = LocalRealm.start(
                "yard",
                marathon,
                haproxy(home.resolve("haproxy")),
                Outside.NONE,
                new LocalChronos.Config(
                        ADDRESS, 4400, "/v1/scheduler", Optional.empty(), home.resolve("chronos"), Clock.systemUTC()));
        Yard yard = new Yard(directory, registry, realm);
        ShopSources.copyTo(Files.createDirectories(yard.checkout()));
        return yard;
    }

    private static HaproxySettings haproxy(Path home) {
        HaproxySettings usual = HaproxySettings.of("yard", ADDRESS, home);
        String program = Files.isExecutable(Path.of("/usr/sbin/haproxy")) ? "/usr/sbin/haproxy" : usual.binary();
        return new HaproxySettings(
                usual.realm(),
                usual.bindAddress(),
                usual.directory(),
                program,
                usual.stickyCookie(),
                usual.header(),
                usual.canaryCookie(),
                usual.statsPort());
    }

    Path checkout() {
        return directory.resolve("checkout");
    }

    /** As an administrator writes it: credentials by name. */
    Path realms() throws IOException {
        Path haproxy = directory.resolve("h/haproxy");
        return Files.writeString(directory.resolve("realms.yaml"), """
                realms:
                  yard:
                    marathon: {urls: ["%s"], credentials: yard marathon, agentPort: 5052}
                    chronos: {urls: ["%s"]}
                    mesos: {urls: ["http://%s:5052"]}
                    registry: {address: "%s", credentials: registry}
                    router:
                      haproxy:
                        loadBalancers: [{name: lb1, socket: %s/admin.sock, maps: %s/maps, mapFiles: %s/maps}]
                    stages:
                      isolated: {bake: 1s}
                      partial: {percent: 20, bake: 8s}
                      drain: 5s
                    audit: {file: audit.jsonl}
                """.formatted(
                realm.url(), realm.chronosUrl().orElseThrow(), ADDRESS, registry.address(), haproxy, haproxy, haproxy));
    }

    /** What was decided, a line each. */
    Path audit() {
        return directory.resolve("audit.jsonl");
    }

    /** The version that answers, or the error. */
    String ask() {
        return customer.ask();
    }

    @Override
    public void close() {
        try {
            realm.clear();
        } finally {
            registry.close();
        }
    }
}
