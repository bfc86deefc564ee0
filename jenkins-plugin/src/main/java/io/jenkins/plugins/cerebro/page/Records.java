package io.jenkins.plugins.cerebro.page;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.BuildListener;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.cerebro.report.HtmlReport;
import io.cerebro.report.ReleaseReport;
import io.cerebro.report.ReportJson;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The reports of a build's releases, one file each in the build's directory on the controller. */
public final class Records {
    private final Run<?, ?> run;
    private final Path directory;

    private Records(Run<?, ?> run) {
        this.run = run;
        this.directory = run.getRootDir().toPath().resolve("cerebro");
    }

    public static Records of(Run<?, ?> run) {
        return new Records(run);
    }

    /** How many there are; their numbers are 1 to this. */
    public int count() {
        int number = 0;
        while (Files.exists(file(number + 1))) {
            number++;
        }
        return number;
    }

    /** Empty if there is none with this number. */
    public Optional<ReleaseReport> read(int number) {
        try {
            return Optional.of(ReportJson.read(Files.readString(file(number))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of a new record. */
    public int add(ReleaseReport report) {
        synchronized (Records.class) {
            int number = count() + 1;
            write(number, report);
            return number;
        }
    }

    /** Whole or not at all: a page may read it at any time. */
    public void write(int number, ReleaseReport report) {
        try {
            Files.createDirectories(directory);
            Path whole = directory.resolve("release-" + number + ".json.new");
            Files.writeString(whole, ReportJson.write(report));
            Files.move(whole, file(number), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Archives the report with the build, as a page for people. */
    public void archive(int number, ReleaseReport report, TaskListener listener)
            throws IOException, InterruptedException {
        String name = "cerebro/release-" + number + ".html";
        Path pages = Files.createTempDirectory("cerebro-report");
        try {
            Files.createDirectories(pages.resolve("cerebro"));
            Files.writeString(pages.resolve(name), HtmlReport.of(report, Instant.now()));
            run.pickArtifactManager()
                    .archive(
                            new FilePath(pages.toFile()),
                            new Launcher.LocalLauncher(listener),
                            new Quiet(listener),
                            Map.of(name, name));
        } finally {
            new FilePath(pages.toFile()).deleteRecursive();
        }
    }

    private Path file(int number) {
        return directory.resolve("release-" + number + ".json");
    }

    /** What the artifact manager wants of a listener. */
    private record Quiet(TaskListener listener) implements BuildListener {
        private static final long serialVersionUID = 1;

        @Override
        public PrintStream getLogger() {
            return listener.getLogger();
        }
    }
}
