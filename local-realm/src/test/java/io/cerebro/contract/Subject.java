package io.cerebro.contract;

import io.cerebro.http.Credentials;
import io.cerebro.http.Remote;
import io.cerebro.http.Timeouts;
import io.cerebro.local.haproxy.Rotation;
import io.cerebro.local.haproxy.Service;
import io.cerebro.local.marathon.BasicCredentials;
import io.cerebro.local.marathon.LocalMarathon;
import io.cerebro.local.marathon.LocalMarathonConfig;
import io.cerebro.local.task.HttpChecks;
import io.cerebro.local.task.Runners;
import io.cerebro.marathon.AppId;
import io.cerebro.traffic.Address;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The Marathon that the suite asks: the one that {@code -Dmarathon.url} names, or one of its own on this machine.
 *
 * @param user empty where it lets everybody in
 */
record Subject(String url, Optional<String> user, String password, Runnable end) implements AutoCloseable {
    private static final String ADDRESS = "127.0.0.71";

    /** @param directory for what a Marathon on this machine has to remember */
    static Subject open(Path directory) {
        String url = System.getProperty("marathon.url", "");
        return url.isEmpty() ? local(directory) : named(url);
    }

    private static Subject named(String url) {
        Optional<String> user = Optional.ofNullable(System.getProperty("marathon.user"));
        String password =
                System.getProperty("marathon.password", System.getenv().getOrDefault("MARATHON_PASSWORD", ""));
        return new Subject(url, user, password, () -> {});
    }

    private static Subject local(Path directory) {
        Runners runner = Runners.of("contract", directory);
        HttpChecks checks = HttpChecks.over(Clock.systemUTC());
        LocalMarathonConfig config = LocalMarathonConfig.at(ADDRESS, directory)
                .withPorts(0, 0)
                .withCredentials(new BasicCredentials("deployer", "s3cret"));
        LocalMarathon marathon = LocalMarathon.start(config, runner, checks, new NoRotation());
        return new Subject(marathon.url().toString(), Optional.of("deployer"), "s3cret", () -> {
            marathon.clear();
            marathon.close();
            checks.close();
            runner.close();
        });
    }

    Remote remote() {
        return remote(user.map(name -> Credentials.basic(name, password)).orElse(Credentials.none()));
    }

    Remote remote(Credentials credentials) {
        return new Remote(List.of(url), credentials, Timeouts.DEFAULT);
    }

    @Override
    public void close() {
        end.run();
    }

    /** Nobody is served. */
    private static final class NoRotation implements Rotation {
        @Override
        public void apply(List<Service> services) {}

        @Override
        public void leave(AppId app, Address instance) {}

        @Override
        public void close() {}
    }
}
