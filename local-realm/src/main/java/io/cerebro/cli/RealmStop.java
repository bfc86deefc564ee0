package io.cerebro.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cerebro realm stop}. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = "Stops a realm and everything in it: its tasks, its HAProxy, its state.")
final class RealmStop implements Callable<Integer> {
    private static final long PATIENCE_SECONDS = 60;

    @Mixin
    private RealmsOption realms = new RealmsOption();

    @Parameters(index = "0", paramLabel = "REALM", description = "The realm, as realms.yaml names it.")
    private String name = "";

    @Option(
            names = "--keep",
            description = "Leave tasks, HAProxy and state as they are, for the next start to take over.")
    private boolean keep;

    @Override
    public Integer call() throws Exception {
        LocalRealms.settings(realms.realm(name));
        Path home = Home.of(name);
        Optional<ProcessHandle> process = RealmProcess.find(home);
        process.ifPresent(running -> end(running, home));
        if (!keep && Files.exists(home)) {
            clearLeftovers(home);
            delete(home);
        }
        System.out.println(
                process.isPresent() ? "realm " + name + " is stopped" : "realm " + name + " was not running");
        return ExitCode.DONE;
    }

    /** What a realm's process has left running, because it was killed or did not know, is taken over to be ended. */
    private void clearLeftovers(Path home) throws IOException, InterruptedException {
        if (RealmProcess.hasLeftNothing(home)) {
            return;
        }
        if (!RealmProcess.claim(home)) {
            throw new CouldNot("realm " + name + " is just being started; give the command again");
        }
        LocalRealms.start(realms.realm(name), home).clear();
    }

    private void end(ProcessHandle process, Path home) {
        try {
            if (!keep) {
                RealmProcess.askToClear(home);
            }
            process.destroy();
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new CouldNot("tried to stop realm " + name + " but process " + process.pid() + " has not ended after "
                    + PATIENCE_SECONDS + " s; see " + home.resolve("realm.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new CouldNot("tried to stop realm " + name + " but " + e, e);
        }
    }

    private static void delete(Path home) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(home)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
