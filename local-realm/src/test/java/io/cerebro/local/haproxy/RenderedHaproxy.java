package io.cerebro.local.haproxy;

import io.cerebro.traffic.haproxy.Observed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real HAProxy whose configuration is rendered from a shipped template and taken over by the shipped reload script. */
final class RenderedHaproxy implements AutoCloseable {
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
        this.renderer = directory.resolve("render");
        Files.writeString(this.template, localized(Files.readString(SHIPPED.resolve(template))));
        build(Path.of("src", "test", "go", renderer).toAbsolutePath());
    }

    /** With this machine's own port and sockets in the lines that are the user's to change. */
    private String localized(String text) {
        return text.replace("bind *:80", "bind " + Instance.HOST + ":" + port)
                .replace(
                        "/run/haproxy/admin.sock",
                        directory.resolve("admin.sock").toString());
    }

    private void build(Path source) throws Exception {
        ProcessBuilder go = new ProcessBuilder("go", "build", "-o", renderer.toString(), source.toString());
        go.environment().put("GO111MODULE", "off");
        go.environment().put("GOCACHE", Path.of("target", "go").toAbsolutePath().toString());
        go.environment().put("GOFLAGS", "");
        run(go, "");
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
        if (Files.exists(pidFile())) {
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

    String configuration() throws IOException {
        return Files.readString(live());
    }

    private Path live() {
        return directory.resolve("haproxy.cfg");
    }

    private Path pidFile() {
        return directory.resolve("haproxy.pid");
    }

    private String run(ProcessBuilder program, String input) throws Exception {
        Path errors = Files.createTempFile(directory, "errors", ".log");
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
        return output;
    }

    Observed observed(String name) {
        return new Observed(name, directory.resolve("admin.sock").toString());
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
