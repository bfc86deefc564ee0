package io.cerebro.cli;

import io.cerebro.local.LocalRealm;
import io.cerebro.realm.Realm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cerebro realm run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description =
                "Runs a realm in the foreground until it is stopped. SIGTERM leaves its tasks running, for the next"
                        + " start to take over; `cerebro realm stop` ends them.")
final class RealmRun implements Callable<Integer> {
    @Mixin
    private RealmsOption realms = new RealmsOption();

    @Parameters(index = "0", paramLabel = "REALM", description = "The realm, as realms.yaml names it.")
    private String name = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        Realm realm = realms.realm(name);
        Path home = Home.of(name);
        if (!RealmProcess.claim(home)) {
            throw new CouldNot("realm " + name + " runs already; stop it first with: cerebro realm stop " + name);
        }
        LocalRealm running = LocalRealms.start(realm, home);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            end(running, home);
                            stopped.countDown();
                        },
                        "stop-realm"));
        RealmProcess.announce(home);
        System.out.println("realm " + name + " runs, Marathon is at " + running.url()
                + running.chronosUrl().map(url -> ", Chronos at " + url).orElse(""));
        stopped.await();
        return ExitCode.DONE;
    }

    private static void end(LocalRealm running, Path home) {
        if (RealmProcess.askedToClear(home)) {
            clear(running, home);
        } else {
            running.close();
        }
    }

    private static void clear(LocalRealm running, Path home) {
        running.clear();
        try {
            RealmProcess.leftNothing(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
