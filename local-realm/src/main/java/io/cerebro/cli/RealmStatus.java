package io.cerebro.cli;

import io.cerebro.realm.Realm;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cerebro realm status}. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "Says whether a realm on this machine runs.")
final class RealmStatus implements Callable<Integer> {
    @Mixin
    private RealmsOption realms = new RealmsOption();

    @Parameters(index = "0", paramLabel = "REALM", description = "The realm, as realms.yaml names it.")
    private String name = "";

    @Override
    public Integer call() {
        Realm realm = realms.realm(name);
        LocalRealms.settings(realm);
        Path home = Home.of(name);
        Optional<ProcessHandle> process = RealmProcess.find(home);
        System.out.println(
                process.map(running -> "realm " + name + " runs as process " + running.pid() + ", Marathon is at "
                                + LocalRealms.url(realm) + LocalRealms.alsoChronos(realm) + ", its state is in " + home)
                        .orElse("realm " + name + " does not run; start it with: cerebro realm start " + name));
        return process.isPresent() ? ExitCode.DONE : ExitCode.COULD_NOT;
    }
}
