package io.cerebro.local.haproxy;

import io.cerebro.traffic.haproxy.Observed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A real HAProxy whose configuration is rendered from a shipped template and taken over by the shipped reload script. */
final class RenderedHaproxy implements AutoCloseable {
    private static final Map<String, Path> BUILT = new ConcurrentHashMap<>();
    private static final Path SHIPPED = Path.of("..", "docs", "routers").toAbsolutePath();

    private final Path directory;
    private final Path template;
    private final Path renderer;
    private final int port;

    /**
     * @param template of those shipped, such as {@code qubit-bamboo/haproxy_template.cfg}
     * @param renderer of {@code src/test/go}
     */
    RenderedHaproxy(Path directory, int port, String template, String renderer) throws Exception {
        this.directory = directory;
        this.port = port;
        this.template = directory.resolve("template.cfg");
        this.renderer = BUILT.computeIfAbsent(renderer, RenderedHaproxy::build);
        Files.writeString(this.template, localized(Files.readString(SHIPPED.resolve(template))));
    }

    private RenderedHaproxy(Path directory, int port) {
        this.directory = directory;
        this.port = port;
        this.template = directory.resolve("template.cfg");
        this.renderer = directory;
    }

    /** One that is only given whole configurations to {@link #take}. */
    static RenderedHaproxy plain(Path directory, int port) {
        return new RenderedHaproxy(directory, port);
    }

    int port() {
        return port;
    }

    String socket() {
        return directory.resolve("admin.sock").toString();
    }

    /** With stats sockets that only tell, before it has run. */
    void readOnly() throws IOException {
        Files.writeString(
                template, Files.readString(template).replace("mode 660 level admin", "mode 660 level operator"));
    }

    /** With this machine's own port and sockets in the lines that are the user's to change. */
    private String localized(String text) {
        return text.replace("bind *:80", "bind " + Instance.HOST + ":" + port)
                .replace("/run/haproxy/admin.sock", socket());
    }

    private static Path build(String renderer) {
        Path source = Path.of("src", "test", "go", renderer).toAbsolutePath();
        Path built = Path.of("target", "go", "bin", renderer).toAbsolutePath();
        ProcessBuilder go = new ProcessBuilder("go", "build", "-o", built.toString(), source.toString());
        go.environment().put("GO111MODULE", "off");
        go.environment().put("GOCACHE", Path.of("target", "go").toAbsolutePath().toString());
        go.environment().put("GOFLAGS", "");
        try {
            run(go, "");
            return built;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Renders the template as the daemon does, and runs the reload script as it does. */
    synchronized void render(String input, String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(renderer.toString(), template.toString()));
        command.addAll(List.of(arguments));
        take(run(new ProcessBuilder(command), input));
    }

    /** What Bamboo does with a rendered configuration: nothing where it is the one that it wrote last. */
    synchronized void take(String configuration) throws Exception {
        Path candidate = directory.resolve("candidate.cfg");
        if (Files.exists(candidate) && Files.readString(candidate).equals(configuration)) {
            return;
        }
        Files.writeString(candidate, configuration);
        if (started()) {
            run(
                    new ProcessBuilder(
                            SHIPPED.resolve("reload.sh").toString(),
                            candidate.toString(),
                            live().toString(),
                            pidFile().toString()),
                    "");
        } else {
            Files.copy(candidate, live());
            run(new ProcessBuilder("haproxy", "-W", "-D", "-p", pidFile().toString(), "-f", live().toString()), "");
        }
    }

    boolean started() {
        return Files.exists(pidFile());
    }

    String configuration() throws IOException {
        return Files.readString(live());
    }

    private Path live() {
        return directory.resolve("haproxy.cfg");
    }

    private Path pidFile() {
        return directory.resolve("haproxy.pid");
    }

    private static String run(ProcessBuilder program, String input) throws Exception {
        Path errors = Files.createTempFile("errors", ".log");
        program.environment().merge("PATH", "/usr/sbin", (path, more) -> path + ":" + more);
        Process process = program.redirectError(errors.toFile()).start();
        try (var in = process.outputWriter()) {
            in.write(input);
        }
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(program.command() + ": " + Files.readString(errors));
        }
        Files.delete(errors);
        return output;
    }

    Observed observed(String name) {
        return new Observed(name, socket());
    }

    /** As a machine that dies: the master and every worker at once. */
    @Override
    public void close() throws IOException {
        if (Files.exists(pidFile())) {
            long master = Long.parseLong(Files.readString(pidFile()).strip());
            ProcessHandle.of(master).ifPresent(process -> {
                List<ProcessHandle> workers = process.descendants().toList();
                process.destroyForcibly();
                workers.forEach(ProcessHandle::destroyForcibly);
            });
        }
    }
}
