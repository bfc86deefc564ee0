package io.cerebro.cli;

import io.cerebro.image.TestRegistry;
import io.cerebro.local.Customer;
import io.cerebro.local.ShopSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A realm on this machine with a registry, a real Docker Engine and a real HAProxy, and the service of {@link ShopSources}.
 * All through the command line.
 */
final class Shop implements AutoCloseable {
    static final String ADDRESS = "127.0.0.61";
    private static final Path JAR = Path.of("target/cerebro.jar").toAbsolutePath();

    private final Path directory;
    private final TestRegistry registry;
    private final Customer customer = new Customer("http://" + ADDRESS + ":9090/cgi-bin/shop");

    /** What a command said, its numbers and times as #. */
    record Said(int code, List<String> out, List<String> err) {
        Said {
            out = List.copyOf(out);
            err = List.copyOf(err);
        }

        List<String> shape() {
            return out.stream()
                    .map(line -> line.replaceAll("\\d+(\\.\\d+)?", "#"))
                    .toList();
        }
    }

    private Shop(Path directory, TestRegistry registry) {
        this.directory = directory;
        this.registry = registry;
    }

    static Shop open(Path directory) throws Exception {
        Files.createDirectories(directory.resolve("registry"));
        TestRegistry registry = TestRegistry.open(directory.resolve("registry"));
        Shop shop = new Shop(directory, registry);
        ShopSources.copyTo(directory);
        Files.writeString(directory.resolve("realms.yaml"), """
                realms:
                  shop:
                    registry: {address: "%s"}
                    stages:
                      isolated: {bake: 1s}
                      partial: {percent: 20, bake: 8s}
                      drain: 5s
                    gate: {acceptedErrorRate: 10 %%}
                    mesos: {capacity: refuse}
                    # nobody listens there, and nothing waits for it
                    audit: {file: audit.jsonl, syslog: {host: 127.0.0.61, port: 9, transport: tcp}}
                    local: {address: %s, marathonPort: 8081, agentPort: 5051, ports: 32100-32199}
                """.formatted(registry.address(), ADDRESS));
        shop.expect(0, "realm", "start", "shop");
        return shop;
    }

    String image(String version) throws Exception {
        Said built = expect(
                0, "build", "shop", ".", "--name", "shop", "--tag", version, "--build-arg", "VERSION=" + version);
        return built.out().get(built.out().size() - 1);
    }

    Said release(int code, String version) throws Exception {
        return expect(code, "release", "shop", "marathon.yaml", "--image", image(version), "--by", "ann");
    }

    Said expect(int code, String... words) throws Exception {
        Said said = cerebro(words);
        if (said.code() != code) {
            throw new AssertionError("cerebro " + String.join(" ", words) + " ended with " + said.code() + ", not "
                    + code + "\n" + String.join("\n", said.out()) + "\n" + String.join("\n", said.err()));
        }
        return said;
    }

    Said cerebro(String... words) throws Exception {
        Path out = Files.createTempFile(directory, "out", "");
        Path err = Files.createTempFile(directory, "err", "");
        Process process = start(out, err, words);
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroy();
            throw new AssertionError("cerebro " + String.join(" ", words) + " does not end: " + Files.readString(out));
        }
        return new Said(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
    }

    /** In the background. */
    Process start(Path out, Path err, String... words) throws IOException {
        // each lives for seconds: less compiling, and one thread for garbage, leaves more to the others
        List<String> command =
                new ArrayList<>(List.of("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", JAR.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("CEREBRO_HOME", directory.resolve("h").toString());
        return builder.start();
    }

    /** The version that answers, or the error. */
    String ask() {
        return customer.ask();
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    @Override
    public void close() throws Exception {
        try {
            expect(0, "realm", "stop", "shop");
        } finally {
            registry.close();
        }
    }
}
