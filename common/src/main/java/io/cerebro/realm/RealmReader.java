package io.cerebro.realm;

import io.cerebro.document.Section;
import io.cerebro.document.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads one realm of realms.yaml. */
final class RealmReader {
    private final String name;
    private final Section realm;
    private final AccessReader access;
    private final AudienceReader audience;
    private final Path home;

    RealmReader(String name, Value value, Realms.Surroundings surroundings) {
        this.name = name;
        this.realm = Section.of(
                value,
                "marathon",
                "registry",
                "router",
                "limits",
                "variables",
                "stages",
                "canary",
                "timeouts",
                "gate",
                "environment",
                "outside",
                "syslog",
                "locks",
                "audit",
                "newRelic",
                "mesos",
                "chronos",
                "webhook",
                "local");
        this.access = surroundings.access(name);
        this.audience = new AudienceReader(surroundings.directory(), access);
        this.home = surroundings.homes().apply(name);
    }

    Realm read() {
        Optional<LocalRealmSettings> local = realm.has("local") ? Optional.of(local()) : Optional.empty();
        return new Realm(
                name,
                access.marathon(realm, local),
                access.registry(realm, local),
                access.router(realm, local),
                limits(),
                variables(),
                stages(),
                new CanarySettings(realm.section("canary", "instances").integer("instances", 1, 10_000)),
                timeouts(),
                gate(),
                additions(local),
                realm.choice("locks", LockPolicy.class).orElse(LockPolicy.WAIT),
                local,
                audience.read(realm),
                access.mesos(realm, local),
                new SourceReader(access).read(gateSection().list("sources").orElse(List.of())),
                access.chronos(realm, local));
    }

    private LocalRealmSettings local() {
        Section local =
                realm.section("local", "address", "marathonPort", "agentPort", "ports", "cpus", "mem", "haproxy");
        return local.checked(() -> new LocalRealmSettings(
                local.text("address").orElse("127.0.0.1"),
                local.integer("marathonPort", 1, 65_535).orElse(18_080),
                local.integer("agentPort", 1, 65_535).orElse(MarathonAccess.AGENT_PORT),
                local.made("ports", LocalRealmSettings.Ports::of).orElse(new LocalRealmSettings.Ports(31_000, 32_000)),
                local.number("cpus", 0.01, 100_000),
                local.number("mem", 1, 100_000_000),
                local.text("haproxy").orElse("haproxy"),
                home));
    }

    private Limits limits() {
        Section limits = realm.section("limits", "cpus", "mem", "instances");
        return new Limits(
                limits.number("cpus", 0.001, 100_000).orElse(Limits.NONE.cpus()),
                limits.number("mem", 1, 100_000_000).orElse(Limits.NONE.mem()),
                limits.integer("instances", 1, 100_000).orElse(Limits.NONE.instances()));
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        realm.value("variables")
                .map(Section::any)
                .map(Section::values)
                .orElse(Map.of())
                .forEach((key, value) -> {
                    requireVariable(key, value);
                    variables.put(key, Section.text(value));
                });
        return variables;
    }

    private Additions additions(Optional<LocalRealmSettings> local) {
        Map<String, String> environment = new TreeMap<>();
        Map<String, Secret> secrets = new TreeMap<>();
        realm.value("environment")
                .map(Section::any)
                .map(Section::values)
                .orElse(Map.of())
                .forEach((key, value) -> {
                    requireVariable(key, value);
                    if (value instanceof Value.Mapping) {
                        secrets.put(key, access.secret(value));
                    } else {
                        environment.put(key, Section.text(value));
                    }
                });
        return new Additions(
                environment,
                secrets,
                realm.has("syslog") ? Optional.of(syslog()) : Optional.empty(),
                OutsideReader.read(realm, local));
    }

    private Syslog syslog() {
        Section syslog = realm.section("syslog", "address", "facility", "tag");
        return syslog.checked(() -> new Syslog(
                syslog.text("address").orElseThrow(() -> syslog.missing("address", "udp://logs.example.com:514")),
                syslog.text("facility"),
                syslog.text("tag")));
    }

    private static void requireVariable(String key, Value value) {
        if (!Realm.isVariable(key)) {
            throw value.place().errorOfKey("is not a variable's name: it has letters, digits and '_', such as DOMAIN");
        }
    }

    private Stages stages() {
        Section stages = realm.section("stages", "isolated", "partial", "drain");
        Section isolated = stages.section("isolated", "bake");
        Section partial = stages.section("partial", "percent", "bake", "hold");
        Stages usual = Stages.DEFAULT;
        Duration bake = partial.duration("bake").orElse(usual.partial().bake());
        Duration hold =
                partial.duration("hold").orElse(longer(bake, usual.partial().hold()));
        double percent =
                partial.number("percent", 0.01, 100).orElse(usual.partial().percent());
        return new Stages(
                new Stages.Isolated(
                        isolated.duration("bake").orElse(usual.isolated().bake())),
                partial.checked(() -> new Stages.Partial(percent, bake, hold)),
                stages.duration("drain").orElse(usual.drain()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Timeouts timeouts() {
        Section timeouts = realm.section("timeouts", "healthy", "router");
        return new Timeouts(
                timeouts.duration("healthy").orElse(Timeouts.DEFAULT.healthy()),
                timeouts.duration("router").orElse(Timeouts.DEFAULT.router()));
    }

    private GateSettings gate() {
        Section gate = gateSection();
        GateSettings usual = GateSettings.DEFAULT;
        double tolerance = gate.number("tolerance", 1, 1000).orElse(usual.tolerance());
        double falseAlarms = gate.percentage("falseAlarms").orElse(usual.falseAlarms());
        double ratio = gate.number("acceptedRatio", 1, 1000).orElse(usual.acceptedRatio());
        double rate = gate.percentage("acceptedErrorRate").orElse(usual.acceptedErrorRate());
        return gate.checked(() -> new GateSettings(
                gate.percentage("maxErrorRate").orElse(usual.maxErrorRate()),
                gate.integer("minErrors", 1, 1_000_000).orElse(usual.minErrors()),
                gate.integer("minRequests", 1, 100_000_000).orElse(usual.minRequests()),
                gate.choice("onNotEnoughData", GateSettings.NotEnoughData.class).orElse(usual.onNotEnoughData()),
                tolerance,
                falseAlarms,
                ratio,
                rate,
                latency(gate),
                new TaskSettings(
                        gate.integer("taskFailures", 1, 100_000)
                                .orElse(usual.tasks().failures()),
                        gate.integer("killedForMemory", 1, 100_000)
                                .orElse(usual.tasks().killedForMemory())),
                gate.made("checks", GateSettings::checks).orElse(usual.checks())));
    }

    private static LatencySettings latency(Section gate) {
        LatencySettings usual = LatencySettings.DEFAULT;
        return new LatencySettings(
                gate.number("latencyTolerance", 1, 1000).orElse(usual.tolerance()),
                gate.number("latencyAcceptedRatio", 1, 1000).orElse(usual.acceptedRatio()),
                gate.percentage("latencyQuantile").orElse(usual.quantile()),
                gate.duration("latencyWarmUp").orElse(usual.warmUp()));
    }

    private Section gateSection() {
        return realm.section(
                "gate",
                "maxErrorRate",
                "minErrors",
                "minRequests",
                "onNotEnoughData",
                "tolerance",
                "falseAlarms",
                "acceptedRatio",
                "acceptedErrorRate",
                "latencyTolerance",
                "latencyAcceptedRatio",
                "latencyQuantile",
                "latencyWarmUp",
                "taskFailures",
                "killedForMemory",
                "checks",
                "sources");
    }
}
