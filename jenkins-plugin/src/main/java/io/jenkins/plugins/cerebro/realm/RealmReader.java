package io.jenkins.plugins.cerebro.realm;

import io.cerebro.realm.Additions;
import io.cerebro.realm.Audience;
import io.cerebro.realm.AuditSettings;
import io.cerebro.realm.CanarySettings;
import io.cerebro.realm.Limits;
import io.cerebro.realm.LockPolicy;
import io.cerebro.realm.MarathonAccess;
import io.cerebro.realm.Outside;
import io.cerebro.realm.Realm;
import io.cerebro.realm.RealmsException;
import io.cerebro.realm.Registry;
import io.cerebro.realm.RouterAccess;
import io.cerebro.realm.Stages;
import io.cerebro.realm.Syslog;
import io.cerebro.realm.Timeouts;
import io.cerebro.release.Overrides;
import io.cerebro.release.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a realm of what has been configured; a mistake is one sentence that names the realm and the field. */
final class RealmReader {
    private final RealmConfiguration realm;
    private final Logins logins;

    RealmReader(RealmConfiguration realm, Wallet wallet) {
        this.realm = realm;
        this.logins = new Logins(wallet);
    }

    /** @throws RealmsException that says what is wrong */
    Realm read() {
        Settings settings = in("", () -> new Overrides(realm.overrides()).over(Settings.DEFAULT));
        return new Realm(
                realm.getName(),
                marathon(),
                registry(),
                router(),
                limits(),
                values("variables", realm.getVariables()),
                in("stages", () -> stages(settings)),
                new CanarySettings(settings.canaryInstances()),
                new Timeouts(settings.healthy(), settings.router()),
                settings.gate(),
                additions(),
                locks(),
                Optional.empty(),
                audience(),
                in("Mesos", () -> present(realm.getMesos()).map(mesos -> mesos.access(logins))),
                present(realm.getSources())
                        .map(text -> YamlParts.sources(realm.getName(), text, logins))
                        .orElse(List.of()),
                present(realm.getChronos()).map(text -> YamlParts.chronos(realm.getName(), text, logins)));
    }

    private MarathonAccess marathon() {
        MarathonConfiguration marathon = realm.getMarathon();
        return in(
                "marathon",
                () -> AccessReader.marathon(marathon == null ? new MarathonConfiguration() : marathon, logins));
    }

    private Optional<Registry> registry() {
        return in("registry", () -> present(realm.getRegistry()).map(access -> AccessReader.registry(access, logins)));
    }

    private Optional<RouterAccess> router() {
        return in("router", () -> present(realm.getRouter()).map(router -> router.access(logins)));
    }

    private Limits limits() {
        return in(
                "limits",
                () -> present(realm.getLimits())
                        .map(LimitsConfiguration::limits)
                        .orElse(Limits.NONE));
    }

    private Audience audience() {
        Optional<AuditSettings> audit =
                in("audit", () -> present(realm.getAudit()).map(AuditConfiguration::settings));
        return new Audience(
                audit.orElse(AuditSettings.NONE),
                in("New Relic", () -> present(realm.getNewRelic()).map(newRelic -> newRelic.settings(logins))),
                present(realm.getWebhookCredentialsId()).map(id -> logins.later(id, "")));
    }

    private Additions additions() {
        Optional<Syslog> syslog = in("syslog", () -> present(realm.getSyslog()).map(SyslogConfiguration::syslog));
        Outside outside = present(realm.getOutside())
                .map(text -> YamlParts.outside(realm.getName(), text))
                .orElse(Outside.NONE);
        return new Additions(values("environment", realm.getEnvironment()), Map.of(), syslog, outside);
    }

    private LockPolicy locks() {
        return in(
                "",
                () -> present(realm.getLocks()).map(RealmConfiguration::locks).orElse(LockPolicy.WAIT));
    }

    private Map<String, String> values(String part, List<VariableConfiguration> configured) {
        Map<String, String> variables = new TreeMap<>();
        return in(part, () -> {
            for (VariableConfiguration variable : configured) {
                String name = VariableConfiguration.requireName(variable.getName());
                if (variables.put(name, variable.getValue()) != null) {
                    throw new IllegalArgumentException("there are two variables '" + name + "': delete one of them");
                }
            }
            return variables;
        });
    }

    /** A realm that bakes for longer than the default hold holds at least as long. */
    private Stages stages(Settings settings) {
        boolean given = realm.overrides().containsKey("hold");
        Duration bake = settings.partialBake();
        Duration hold = given || settings.hold().compareTo(bake) > 0 ? settings.hold() : bake;
        return new Stages(
                new Stages.Isolated(settings.isolatedBake()),
                new Stages.Partial(settings.percent(), bake, hold),
                settings.drain());
    }

    private static <T> Optional<T> present(@Nullable T part) {
        return Optional.ofNullable(part);
    }

    private <T> T in(String part, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new RealmsException(
                    "realm " + realm.getName() + (part.isEmpty() ? "" : ", " + part) + ": " + e.getMessage(), e);
        }
    }
}
