package io.jenkins.plugins.cerebro.pipeline;

import io.cerebro.image.TestRegistry;
import io.cerebro.local.LocalRealm;
import io.cerebro.local.chronos.LocalChronos;
import io.cerebro.local.haproxy.HaproxySettings;
import io.cerebro.local.marathon.LocalMarathonConfig;
import io.cerebro.local.marathon.PortRange;
import io.cerebro.realm.Outside;
import io.cerebro.signatures.Fakes;
import io.jenkins.plugins.cerebro.realm.CerebroConfiguration;
import io.jenkins.plugins.cerebro.realm.Connections;
import io.jenkins.plugins.cerebro.realm.GateConfiguration;
import io.jenkins.plugins.cerebro.realm.HaproxyConfiguration;
import io.jenkins.plugins.cerebro.realm.LoadBalancerConfiguration;
import io.jenkins.plugins.cerebro.realm.MarathonConfiguration;
import io.jenkins.plugins.cerebro.realm.RealmConfiguration;
import io.jenkins.plugins.cerebro.realm.RegistryConfiguration;
import io.jenkins.plugins.cerebro.realm.StagesConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A realm on this machine, with Docker, a registry and HAProxy, which Jenkins knows as prod and as qa; and its customers. */
final class OrdersRealm implements AutoCloseable {
    private static final String ADDRESS = "127.0.0.63";
    private static final URI VERSION = URI.create("http://" + ADDRESS + ":9090/cgi-bin/version");

    private final TestRegistry registry;
    private final LocalRealm realm;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ScheduledExecutorService customers = Executors.newScheduledThreadPool(2);

    private OrdersRealm(Path directory) throws IOException {
        registry = TestRegistry.open(Files.createDirectories(directory.resolve("registry")));
        Path haproxy = directory.resolve("haproxy");
        realm = LocalRealm.start(
                "orders",
                LocalMarathonConfig.at(ADDRESS, directory.resolve("marathon"))
                        .withTaskPorts(new PortRange(32300, 32399)),
                HaproxySettings.of("orders", ADDRESS, haproxy),
                Outside.NONE,
                new LocalChronos.Config(
                        ADDRESS,
                        4400,
                        "/v1/scheduler",
                        Optional.empty(),
                        directory.resolve("chronos"),
                        Clock.systemUTC()));
        CerebroConfiguration configuration = new CerebroConfiguration();
        configuration.setRealms(List.of(configuration("prod", haproxy), configuration("qa", haproxy)));
        Fakes.extension(configuration);
        Fakes.timer(customers);
        Files.writeString(
                directory.resolve(".curlrc"), "connect-to = \"orders.example.com:80:" + ADDRESS + ":9090\"\n");
    }

    static OrdersRealm open(Path directory) throws IOException {
        return new OrdersRealm(directory);
    }

    private RealmConfiguration configuration(String name, Path haproxy) {
        MarathonConfiguration marathon = new MarathonConfiguration();
        marathon.setUrls(List.of(realm.url().toString()));
        LoadBalancerConfiguration balancer = new LoadBalancerConfiguration(
                "lb1",
                haproxy.resolve("admin.sock").toString(),
                haproxy.resolve("maps").toString());
        balancer.setMapFiles(haproxy.resolve("maps").toString());
        HaproxyConfiguration router = new HaproxyConfiguration();
        router.setLoadBalancers(List.of(balancer));
        StagesConfiguration stages = new StagesConfiguration();
        stages.setIsolatedBake("1s");
        stages.setPartialBake("3s");
        stages.setDrain("2s");
        GateConfiguration gate = new GateConfiguration();
        gate.setMinRequests("20");
        gate.setAcceptedErrorRate("30 %");
        RealmConfiguration configured = new RealmConfiguration(name);
        configured.setMarathon(marathon);
        configured.setRegistry(new RegistryConfiguration(registry.address()));
        configured.setRouter(router);
        configured.setStages(stages);
        configured.setGate(gate);
        configured.setChronos("urls: ['" + realm.chronosUrl().orElseThrow() + "']");
        return configured;
    }

    /** The repository of the service, at a version; whatever begins with broken answers 500 once it is asked for its version. */
    Build.Checkout source(String version) {
        return workspace -> {
            Files.createDirectories(workspace);
            for (String name : List.of("marathon.yaml", "job.yaml", "version")) {
                copy(name, workspace.resolve(name));
            }
            Files.copy(Path.of("/bin/busybox"), workspace.resolve("busybox"), StandardCopyOption.REPLACE_EXISTING);
            for (String program : List.of("version", "busybox")) {
                Files.setPosixFilePermissions(workspace.resolve(program), PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            Files.writeString(workspace.resolve("Dockerfile"), """
                    FROM scratch
                    COPY busybox /bin/busybox
                    RUN ["/bin/busybox", "--install", "-s", "/bin"]
                    COPY version /www/cgi-bin/version
                    RUN ["/bin/busybox", "touch", "/www/index.html"]
                    ENV VERSION=%s
                    CMD ["/bin/busybox", "httpd", "-f", "-p", "8080", "-h", "/www"]
                    """.formatted(version));
        };
    }

    private static void copy(String name, Path target) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(OrdersRealm.class.getResourceAsStream("/pipeline/orders/" + name))) {
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** From now on, a hundred requests a second. */
    void customersCome() {
        customers.scheduleAtFixedRate(this::ask, 0, 10, TimeUnit.MILLISECONDS);
    }

    /** The version that answers, or what went wrong. */
    String ask() {
        try {
            return String.valueOf(client.send(HttpRequest.newBuilder(VERSION).build(), BodyHandlers.ofString())
                    .headers()
                    .firstValue("X-Version")
                    .orElse("nobody"));
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        }
    }

    @Override
    public void close() {
        customers.shutdownNow();
        Connections.close();
        Fakes.reset();
        try {
            realm.clear();
        } finally {
            registry.close();
        }
    }
}
