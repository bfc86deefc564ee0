package io.cerebro.cli;

import io.cerebro.realm.Realm;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cerebro realm start}. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Starts a realm in the background, and takes over what runs in it already.")
final class RealmStart implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    @Mixin
    private RealmsOption realms = new RealmsOption();

    @Parameters(index = "0", paramLabel = "REALM", description = "The realm, as realms.yaml names it.")
    private String name = "";

    @Override
    public Integer call() throws IOException, InterruptedException, URISyntaxException {
        Realm realm = realms.realm(name);
        LocalRealms.settings(realm);
        Path home = Home.of(name);
        if (RealmProcess.find(home).isPresent()) {
            System.out.println("realm " + name + " runs already, at " + LocalRealms.url(realm));
            return ExitCode.DONE;
        }
        Files.createDirectories(home);
        Path log = home.resolve("realm.log");
        Process process = spawn(log);
        await(process, home, log);
        System.out.println(
                "realm " + name + " runs, Marathon is at " + LocalRealms.url(realm) + LocalRealms.alsoChronos(realm));
        System.out.println("its log is " + log);
        return ExitCode.DONE;
    }

    private Process spawn(Path log) throws IOException, URISyntaxException {
        Path jar = Path.of(RealmStart.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String java = ProcessHandle.current().info().command().orElse("java");
        List<String> command = List.of(
                "setsid",
                java,
                "-Xmx256m",
                "-cp",
                jar.toString(),
                Cerebro.class.getName(),
                "realm",
                "run",
                name,
                "--realms",
                realms.file(System.getenv()).toAbsolutePath().toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
    }

    private void await(Process process, Path home, Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!RealmProcess.ready(home, process.pid())) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                if (process.isAlive()) {
                    RealmProcess.askToClear(home);
                    process.destroy();
                    process.waitFor();
                }
                throw new CouldNot("tried to start realm " + name + " but " + lastWords(log));
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private static String lastWords(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "it ended without a word" : lines.get(lines.size() - 1);
    }
}
