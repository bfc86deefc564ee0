package io.cerebro.local.haproxy;

import static io.cerebro.local.haproxy.LiveRealm.ORDERS;

import io.cerebro.marathon.App;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.FakeMarathon;
import io.cerebro.marathon.Marathon;
import io.cerebro.marathon.Task;
import io.cerebro.release.Drive;
import io.cerebro.release.TestClock;
import io.cerebro.traffic.Address;
import io.cerebro.traffic.Router;
import io.cerebro.traffic.marathonlb.MarathonLbRouter;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Marathon in memory, what marathon-lb renders from its apps, and two real HAProxies with that. It renders after each of the
 * router's calls, as marathon-lb does after each event.
 */
final class MarathonLbRig implements RenderedRig {
    private static final int PORT = 34_190;
    private static final int SERVICE_PORT = 34_192;
    private static final AppId ANOTHER = AppId.of("/another");
    private static final AppId SHARE = AppId.of("/orders-canary-share");
    private static final String HEAD = """
            global
              stats socket %s mode 660 level admin expose-fd listeners
              hard-stop-after 60s
            defaults
              mode http
              timeout connect 1s
              timeout client 30s
              timeout server 30s
              timeout http-keep-alive 1s
              option redispatch
              option dontlognull
              option idle-close-on-response
              retries 3
            frontend marathon_http_in
              bind %s:%d
            """;

    private final TestClock clock = new TestClock();
    private final FakeMarathon own = new FakeMarathon(clock);
    private final Map<String, Address> places = new HashMap<>();
    private final Pair balancers;
    private final MarathonLbRouter router;
    private Marathon marathon = own;
    private boolean idle;
    private Optional<Optional<App>> old = Optional.empty();
    private String spoilt = "";

    MarathonLbRig(Path directory) throws Exception {
        this.balancers = Pair.plain(directory, PORT);
        this.router = new MarathonLbRouter(this::watched, "X-Canary", balancers.observed());
        own.placing(this::placed);
    }

    /** It renders when Marathon has been asked for something. */
    private Marathon watched() {
        return (Marathon) Proxy.newProxyInstance(
                MarathonLbRig.class.getClassLoader(), new Class<?>[] {Marathon.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(marathon, arguments);
                        if (!method.getName().equals("app") && marathon.equals(own)) {
                            clock.advance(Duration.ofSeconds(5));
                        }
                        render();
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Task placed(Task task) {
        Address at = Objects.requireNonNull(places.getOrDefault(task.id(), new Address("127.0.0.1", 9)));
        return new Task(
                task.id(), at.host(), task.slaveId(), List.of(at.port()), task.state(), task.version(), task.health());
    }

    private synchronized void render() throws Exception {
        if (idle) {
            return;
        }
        List<App> apps = new ArrayList<>();
        Stream.of(ORDERS, ORDERS.canary(), ANOTHER)
                .flatMap(id -> marathon.app(id).stream())
                .forEach(apps::add);
        old.orElseGet(() -> marathon.app(SHARE)).ifPresent(apps::add);
        if (apps.isEmpty()) {
            return;
        }
        balancers.each(haproxy -> take(haproxy, apps));
    }

    private void take(RenderedHaproxy haproxy, List<App> apps) throws Exception {
        String head = HEAD.formatted(haproxy.socket(), Instance.HOST, haproxy.port()) + spoilt;
        String configuration = new FakeMarathonLb(head).render(apps);
        try {
            haproxy.take(configuration);
        } catch (IOException refused) {
            if (!haproxy.started()) {
                throw refused;
            }
            // it says so in its log, and goes on
        }
    }

    @Override
    public void follow(Marathon another) {
        marathon = another;
    }

    @Override
    public AppDefinition found(AppDefinition definition) {
        var json = definition.json();
        json.withArray("portDefinitions").addObject().put("port", SERVICE_PORT);
        return AppDefinition.of(json).withLabel("HAPROXY_GROUP", "external").withLabel("HAPROXY_0_VHOST", "test");
    }

    @Override
    public void members(List<Instance> stable, List<Instance> canary) throws Exception {
        if (marathon.equals(own)) {
            AppDefinition orders = found(Drive.orders("v1")).withInstances(stable.size());
            put(orders, stable);
            if (canary.isEmpty()) {
                own.delete(ORDERS.canary());
            } else {
                AppDefinition beside = orders.withId(ORDERS.canary()).withInstances(canary.size());
                put(router.canary(beside, own.app(ORDERS).orElseThrow()), canary);
            }
        }
        render();
    }

    private void put(AppDefinition definition, List<Instance> instances) {
        for (int i = 0; i < instances.size(); i++) {
            places.put(
                    definition.id().name() + ".instance-" + i + "._app.1",
                    instances.get(i).address());
        }
        own.put(definition);
        clock.advance(Duration.ofSeconds(5));
    }

    @Override
    public void reload(Instance another) throws Exception {
        AppDefinition definition = Drive.definition("{\"id\": \"/another\", \"instances\": 1}")
                .withLabel("HAPROXY_GROUP", "external")
                .withLabel("HAPROXY_0_VHOST", "another");
        var json = definition.json();
        json.withArray("portDefinitions").addObject().put("port", SERVICE_PORT + 1);
        put(AppDefinition.of(json), List.of(another));
        if (!marathon.equals(own)) {
            marathon.create(AppDefinition.of(json));
        }
        render();
    }

    @Override
    public void idle() {
        idle = true;
    }

    @Override
    public void old() {
        old = Optional.of(marathon.app(SHARE));
    }

    @Override
    public void spoil(Instance another) {
        spoilt = "  use_backend another if { hdr(host -i another }\n";
    }

    Marathon marathon() {
        return marathon;
    }

    @Override
    public Router router() {
        return router;
    }

    @Override
    public List<Integer> ports() {
        return balancers.ports();
    }

    @Override
    public Pair balancers() {
        return balancers;
    }

    @Override
    public void close() throws Exception {
        balancers.close();
    }
}
