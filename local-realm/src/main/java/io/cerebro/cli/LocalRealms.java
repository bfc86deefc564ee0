package io.cerebro.cli;

import io.cerebro.local.LocalRealm;
import io.cerebro.local.chronos.LocalChronos;
import io.cerebro.local.haproxy.HaproxySettings;
import io.cerebro.local.marathon.BasicCredentials;
import io.cerebro.local.marathon.LocalMarathonConfig;
import io.cerebro.local.marathon.PortRange;
import io.cerebro.realm.ChronosAccess;
import io.cerebro.realm.HaproxyAccess;
import io.cerebro.realm.LocalRealmSettings;
import io.cerebro.realm.Login;
import io.cerebro.realm.Outside;
import io.cerebro.realm.Realm;
import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/** From realms.yaml's words to a running local realm. */
final class LocalRealms {
    private LocalRealms() {}

    /** @throws IllegalArgumentException if the realm is not one of this machine */
    static LocalRealmSettings settings(Realm realm) {
        return realm.local()
                .orElseThrow(() -> new IllegalArgumentException("realm " + realm.name()
                        + " is not one of this machine: it has no `local:` section in the realms file"));
    }

    static String url(Realm realm) {
        return realm.marathon().urls().get(0).toString();
    }

    /** What {@code Marathon is at ...} is followed by, where there is a Chronos. */
    static String alsoChronos(Realm realm) {
        return realm.chronos()
                .map(access -> ", Chronos at " + access.urls().get(0))
                .orElse("");
    }

    static LocalRealm start(Realm realm, Path home) {
        Outside outside = realm.additions().outside();
        return realm.chronos()
                .map(access -> LocalRealm.start(
                        realm.name(), marathon(realm, home), haproxy(realm), outside, chronos(realm, access, home)))
                .orElseGet(() -> LocalRealm.start(realm.name(), marathon(realm, home), haproxy(realm), outside));
    }

    private static LocalChronos.Config chronos(Realm realm, ChronosAccess access, Path home) {
        URI url = access.urls().get(0);
        return new LocalChronos.Config(
                url.getHost(),
                url.getPort() < 0 ? ChronosAccess.PORT : url.getPort(),
                "/v1/scheduler",
                access.login().map(login -> authorization(realm, login)),
                home.resolve("chronos"),
                Clock.systemUTC());
    }

    private static String authorization(Realm realm, Login login) {
        if (login instanceof Login.Password password) {
            String both = password.username() + ":" + password.password().reveal();
            return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        }
        throw new IllegalArgumentException("the local realm " + realm.name()
                + " knows user names and passwords only: give it chronos.username instead of another login");
    }

    private static LocalMarathonConfig marathon(Realm realm, Path home) {
        LocalRealmSettings local = settings(realm);
        LocalMarathonConfig usual = LocalMarathonConfig.at(local.address(), home);
        LocalMarathonConfig config = usual.withPorts(local.marathonPort(), local.agentPort())
                .withTaskPorts(
                        new PortRange(local.ports().first(), local.ports().last()))
                .withCapacity(local.cpus().orElse(usual.cpus()), local.mem().orElse(usual.mem()));
        return credentials(realm).map(config::withCredentials).orElse(config);
    }

    private static Optional<BasicCredentials> credentials(Realm realm) {
        return realm.marathon().login().map(login -> {
            if (login instanceof Login.Password password) {
                return new BasicCredentials(
                        password.username(), password.password().reveal());
            }
            throw new IllegalArgumentException("the local realm " + realm.name()
                    + " knows user names and passwords only: give it marathon.username instead of marathon.token");
        });
    }

    /** Where root's programs are, too: Debian leaves /usr/sbin out of a user's path, and HAProxy needs no root here. */
    private static String program(String name) {
        boolean onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
        Path elsewhere = Path.of("/usr/sbin", name);
        return onPath || name.contains("/") || !Files.isExecutable(elsewhere) ? name : elsewhere.toString();
    }

    private static HaproxySettings haproxy(Realm realm) {
        LocalRealmSettings local = settings(realm);
        HaproxySettings usual = HaproxySettings.of(realm.name(), local.address(), local.haproxyDirectory());
        String header = realm.router()
                .filter(HaproxyAccess.class::isInstance)
                .map(router -> ((HaproxyAccess) router).canaryHeader())
                .orElse(usual.header());
        return new HaproxySettings(
                usual.realm(),
                usual.bindAddress(),
                usual.directory(),
                program(local.haproxy()),
                usual.stickyCookie(),
                header,
                usual.canaryCookie(),
                usual.statsPort());
    }
}
