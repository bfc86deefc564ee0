package io.cerebro.puppet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Debian's Puppet with the shipped module, changing nothing but files below one directory. */
public final class Puppet {
    /** The module, with the files that it shares with the rest of the repository in place of the links to them. */
    static final Path MODULE = Path.of("..", "docs", "puppet", "cerebro").toAbsolutePath();

    private final Path directory;
    private final Path root;

    public Puppet(Path directory) throws IOException, InterruptedException {
        this.directory = directory;
        this.root = Files.createDirectories(directory.resolve("root"));
        Path modules = Files.createDirectories(directory.resolve("modules"));
        // as its README says
        Run copied = run(List.of("cp", "-RL", MODULE.toString(), modules.toString()));
        if (copied.exit() != 0) {
            throw new IOException(copied.output());
        }
    }

    /** What it printed, without the colours and what the facts of a container cost. */
    public record Run(int exit, String output) {}

    public Path root() {
        return root;
    }

    /** @return exit 0 where nothing was to be changed, 2 where something was, and all is well */
    public Run apply(String manifest) throws IOException, InterruptedException {
        return puppet(
                "apply",
                "--detailed-exitcodes",
                "--facts_terminus=memory", // the module needs no facts, and they take a second
                "--execute",
                manifest.replace("ROOT", root.toString()));
    }

    Run puppet(String action, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "puppet",
                action,
                "--modulepath=" + directory.resolve("modules"),
                "--confdir=" + directory.resolve("conf"),
                "--vardir=" + directory.resolve("var"),
                "--color=false"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    static Run run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        program.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ":" + more);
        program.environment().put("LC_ALL", "C.UTF-8");
        Process process = program.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(
                process.waitFor(),
                output.lines().filter(line -> !line.contains("Facter: ")).collect(Collectors.joining("\n")));
    }
}
