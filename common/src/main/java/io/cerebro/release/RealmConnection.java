package io.cerebro.release;

import io.cerebro.gate.Background;
import io.cerebro.gate.Checks;
import io.cerebro.gate.SequentialJudge;
import io.cerebro.gate.Sources;
import io.cerebro.gate.source.HeaderProbe;
import io.cerebro.gate.source.SourceFactory;
import io.cerebro.http.Credentials;
import io.cerebro.http.Remote;
import io.cerebro.http.Timeouts;
import io.cerebro.http.Whereabouts;
import io.cerebro.marathon.AgentTaskLog;
import io.cerebro.marathon.Events;
import io.cerebro.marathon.HttpEvents;
import io.cerebro.marathon.HttpMarathon;
import io.cerebro.marathon.Marathon;
import io.cerebro.marathon.TaskLog;
import io.cerebro.realm.Additions;
import io.cerebro.realm.ConsulTemplateAccess;
import io.cerebro.realm.HaproxyAccess;
import io.cerebro.realm.MarathonAccess;
import io.cerebro.realm.MarathonLbAccess;
import io.cerebro.realm.Mask;
import io.cerebro.realm.QubitBambooAccess;
import io.cerebro.realm.Realm;
import io.cerebro.realm.RealmsException;
import io.cerebro.realm.RenderedHaproxy;
import io.cerebro.realm.RouterAccess;
import io.cerebro.realm.Secret;
import io.cerebro.traffic.Router;
import io.cerebro.traffic.consul.ConsulTemplateRouter;
import io.cerebro.traffic.haproxy.HaproxyRouter;
import io.cerebro.traffic.haproxy.LoadBalancerSettings;
import io.cerebro.traffic.haproxy.Observed;
import io.cerebro.traffic.marathonlb.MarathonLbRouter;
import io.cerebro.traffic.qubit.QubitBambooRouter;
import io.cerebro.zookeeper.MarathonElection;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A realm that can be looked at: its Marathon, its router, its judge, and the one event stream that all releases share. */
public final class RealmConnection implements AutoCloseable {
    private final World world;
    private final Remote marathon;
    private final Whereabouts whereabouts;
    private final Settings settings;
    private Optional<HttpEvents> events = Optional.empty();
    private boolean closed;

    private RealmConnection(World world, Remote marathon, Whereabouts whereabouts, Settings settings) {
        this.world = world;
        this.marathon = marathon;
        this.whereabouts = whereabouts;
        this.settings = settings;
    }

    /** @throws RealmsException if a secret is missing, or the realm has no router */
    public static RealmConnection open(Realm realm) {
        return open(realm, whereabouts(realm.marathon()));
    }

    static RealmConnection open(Realm realm, Whereabouts marathon) {
        Remote remote = remote(realm.marathon(), marathon);
        Marathon api = new HttpMarathon(remote);
        World world = new World(
                        api,
                        router(realm, api),
                        new SequentialJudge(),
                        masked(new AgentTaskLog(realm.marathon().agentPort()), realm.additions()),
                        Clock.systemUTC())
                .with(realm.locks())
                .with(realm.mesos().map(Capacity::of).orElse(Capacity.UNKNOWN))
                .with(sources(realm), checks(realm));
        return new RealmConnection(world, remote, marathon, Settings.of(realm));
    }

    private static Sources sources(Realm realm) {
        return realm.sources().isEmpty()
                ? Sources.NONE
                : new Sources(SourceFactory.of(realm.sources()), Clock.systemUTC(), Background.threads());
    }

    private static Checks checks(Realm realm) {
        return realm.router()
                .map(router ->
                        new Checks(new HeaderProbe(router.canaryHeader()), Clock.systemUTC(), Background.threads()))
                .orElse(Checks.NONE);
    }

    /** A task may write what the realm has given it; a secret that cannot be had has not been given. */
    public static TaskLog masked(TaskLog log, Additions additions) {
        Mask mask = Mask.of(additions.secrets().values().stream().flatMap(RealmConnection::known));
        return (host, task, lines) ->
                log.tail(host, task, lines).stream().map(mask::over).toList();
    }

    private static Stream<String> known(Secret secret) {
        try {
            return Stream.of(secret.reveal());
        } catch (RealmsException missing) {
            return Stream.empty();
        }
    }

    /** Nobody is asked where they are before somebody is to be asked there. */
    static Whereabouts whereabouts(MarathonAccess access) {
        return access.zooKeeper()
                .map(zooKeeper -> Whereabouts.by(new MarathonElection(zooKeeper)))
                .orElseGet(() ->
                        Whereabouts.at(access.urls().stream().map(URI::toString).toList()));
    }

    static Remote remote(MarathonAccess access, Whereabouts marathon) {
        return new Remote(marathon, access.credentials(), Timeouts.DEFAULT);
    }

    private static Router router(Realm realm, Marathon marathon) {
        return realm.router()
                .map(access -> router(access, () -> marathon))
                .orElseThrow(() -> new RealmsException(
                        "realm " + realm.name() + " has no router; give it router.haproxy.loadBalancers"));
    }

    static Router router(RouterAccess access, Supplier<Marathon> marathon) {
        if (access instanceof QubitBambooAccess bamboo) {
            return new QubitBambooRouter(texts(bamboo.urls()), bamboo.canaryHeader(), observed(bamboo.loadBalancers()));
        }
        if (access instanceof ConsulTemplateAccess consul) {
            return new ConsulTemplateRouter(
                    texts(consul.urls()),
                    credentials(consul.token()),
                    new ConsulTemplateRouter.Routing(consul.canaryHeader(), observed(consul.loadBalancers())));
        }
        if (access instanceof MarathonLbAccess lb) {
            return new MarathonLbRouter(marathon, lb.canaryHeader(), observed(lb.loadBalancers()));
        }
        return new HaproxyRouter(((HaproxyAccess) access)
                .loadBalancers().stream().map(RealmConnection::balancer).toList());
    }

    static Credentials credentials(Optional<Secret> token) {
        return token.map(Secret::reveal).map(Credentials::bearer).orElseGet(Credentials::none);
    }

    static List<String> texts(List<URI> urls) {
        return urls.stream().map(URI::toString).toList();
    }

    static List<Observed> observed(List<RenderedHaproxy> loadBalancers) {
        return loadBalancers.stream()
                .map(balancer -> new Observed(balancer.name(), balancer.socket()))
                .toList();
    }

    private static LoadBalancerSettings balancer(HaproxyAccess.Balancer balancer) {
        return new LoadBalancerSettings(balancer.name(), balancer.socket(), balancer.maps(), balancer.mapFiles());
    }

    public World world() {
        return world;
    }

    /** The stream, from the first call on. */
    public synchronized Events events() {
        if (closed) {
            throw new IllegalStateException("this connection is closed");
        }
        if (events.isEmpty()) {
            events = Optional.of(HttpEvents.connect(marathon));
        }
        return events.get();
    }

    /** Where a Marathon of the realm has its pages, as far as that is known: nobody is asked. */
    public Optional<String> marathonUrl() {
        return whereabouts.first();
    }

    /** The realm's defaults. */
    public Settings settings() {
        return settings;
    }

    @Override
    public synchronized void close() {
        closed = true;
        events.ifPresent(HttpEvents::close);
        world.router().close();
        world.sources().close();
        world.checks().close();
    }
}
