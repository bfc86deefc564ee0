package io.cerebro.release;

import io.cerebro.document.Amounts;
import io.cerebro.gate.Background;
import io.cerebro.gate.Preview;
import io.cerebro.gate.Sources;
import io.cerebro.gate.source.SourceFactory;
import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppId;
import io.cerebro.marathon.HttpMarathon;
import io.cerebro.marathon.Info;
import io.cerebro.marathon.Marathon;
import io.cerebro.marathon.MarathonException;
import io.cerebro.mesos.Agent;
import io.cerebro.mesos.MesosMaster;
import io.cerebro.realm.MarathonAccess;
import io.cerebro.realm.MesosAccess;
import io.cerebro.realm.Realm;
import io.cerebro.realm.RealmsException;
import io.cerebro.realm.RenderedHaproxy;
import io.cerebro.realm.RouterAccess;
import io.cerebro.realm.Secret;
import io.cerebro.realm.SourceAccess;
import io.cerebro.traffic.Router;
import io.cerebro.traffic.RouterException;
import io.cerebro.traffic.consul.ConsulTemplateRouter;
import io.cerebro.traffic.haproxy.RenderedBalancers;
import io.cerebro.traffic.qubit.QubitBambooRouter;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Asks the parts of a realm who they are before anything is released there, and changes nothing. What does not answer as it
 * should throws with the sentence that says so.
 */
public final class RealmCheck {
    private RealmCheck() {}

    /**
     * What a part of a realm has answered.
     *
     * @param good whether a release can work with it
     * @param says who it is, or why not
     */
    public record Answer(boolean good, String says) {}

    /**
     * Asks Marathon, the router with each of its load balancers, Mesos, and the gate's sources; throws nothing.
     *
     * @param service that the sources are asked for; without one they are not
     */
    public static List<Answer> parts(Realm realm, Optional<AppId> service) {
        List<Answer> answers = new ArrayList<>();
        answers.add(answer(() -> marathon(realm.marathon())));
        realm.router()
                .ifPresent(access -> answers.add(answer(() -> {
                    router(access);
                    return "the router and each of its load balancers answer";
                })));
        realm.mesos().ifPresent(access -> answers.add(answer(() -> mesos(access))));
        service.map(id -> sources(realm.sources(), id)).stream()
                .flatMap(List::stream)
                .forEach(source -> answers.add(new Answer(source.useful(), source.toString())));
        return answers;
    }

    private static Answer answer(Supplier<String> question) {
        try {
            return new Answer(true, question.get());
        } catch (IllegalArgumentException | RealmsException | Unreachable | MarathonException | RouterException e) {
            return new Answer(false, String.valueOf(e.getMessage()));
        }
    }

    /** {@code Marathon 1.11.26, leader 10.0.0.7:8080}. */
    public static String marathon(MarathonAccess access) {
        Info info = new HttpMarathon(RealmConnection.remote(access, RealmConnection.whereabouts(access))).info();
        return "Marathon " + info.version()
                + info.leader().map(leader -> ", leader " + leader).orElse(", no leader");
    }

    /** Returns where every Qubit Bamboo knows Marathon's apps. */
    public static void qubitBamboo(List<URI> urls) {
        QubitBambooRouter.check(RealmConnection.texts(urls));
    }

    /** Returns where Consul has a leader and the token may read keys under canary/. */
    public static void consul(List<URI> urls, Optional<Secret> token) {
        ConsulTemplateRouter.check(RealmConnection.texts(urls), RealmConnection.credentials(token));
    }

    /** Returns where a load balancer that a daemon renders can be read. */
    public static void rendered(RenderedHaproxy balancer) {
        new RenderedBalancers(RealmConnection.observed(List.of(balancer))).check();
    }

    /** What each source of the gate says of a service now, in their order; throws nothing. */
    public static List<Preview> sources(List<SourceAccess> accesses, AppId service) {
        try (Sources sources = new Sources(SourceFactory.of(accesses), Clock.systemUTC(), Background.here())) {
            return sources.preview(service);
        }
    }

    /** {@code Mesos has 3 agents, with 10.5 cpus and 9000 MB free}, and what is in use where that is known. */
    public static String mesos(MesosAccess access) {
        MesosMaster master = new MesosMaster(access.urls(), access.credentials());
        List<Agent> agents = master.agents();
        return "Mesos has " + agents.size() + (agents.size() == 1 ? " agent" : " agents") + ", with "
                + free(agents, Agent::cpus) + " cpus and " + free(agents, Agent::mem) + " MB free"
                + Capacity.inUse(master);
    }

    private static String free(List<Agent> agents, ToDoubleFunction<Agent> of) {
        return Amounts.text(Math.round(agents.stream().mapToDouble(of).sum() * 100) / 100.0);
    }

    /** Returns where every load balancer can be read and set. */
    public static void router(RouterAccess access) {
        try (Router router = RealmConnection.router(access, RealmCheck::unasked)) {
            router.check();
        }
    }

    private static Marathon unasked() {
        throw new IllegalStateException("a check of a router asks no Marathon");
    }
}
