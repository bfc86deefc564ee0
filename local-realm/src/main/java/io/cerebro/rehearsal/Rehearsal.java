package io.cerebro.rehearsal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The main job from end to end: v1 live; v2 through qa and prod under constant traffic; v3 rolled back by the gate; v4 refused.
 *
 * <p>Arguments: the runnable jar, a scratch directory, the sample service's directory, and the registry's address (empty to
 * play with plain processes). The last line says how it went, for machines to read.
 */
public final class Rehearsal {
    private static final int REQUESTS_PER_SECOND = 300;
    private static final String URL = "http://" + Stage.PROD + ":" + Stage.SERVICE_PORT + "/";
    private static final String CANARY_HEADER = "X-Canary: orders";

    private final Stage stage;
    private final Map<String, String> images = new TreeMap<>();
    private final List<Report> reports = new ArrayList<>();
    private final AtomicBoolean cleared = new AtomicBoolean();

    private Rehearsal(Stage stage) {
        this.stage = stage;
    }

    /** Plays it, and ends the process with 0 if all was as promised. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        String java = ProcessHandle.current().info().command().orElse("java");
        List<String> cerebro = List.of(java, "-jar", arguments[0]);
        Stage stage = new Stage(cerebro, Path.of(arguments[1]), Path.of(arguments[2]), arguments[3]);
        Rehearsal rehearsal = new Rehearsal(stage);
        Runtime.getRuntime().addShutdownHook(new Thread(rehearsal::clear, "clear"));
        String verdict = rehearsal.play();
        if (!rehearsal.clear()) {
            verdict = "rehearsal failed: a realm could not be stopped, see above";
        }
        System.out.println(verdict);
        System.exit(verdict.startsWith("rehearsal passed") ? 0 : 1);
    }

    private String play() {
        try {
            stage.build();
            stage.cerebro.expect(0, "realm", "start", "qa");
            stage.cerebro.expect(0, "realm", "start", "prod");
            firstVersion();
            try (Load load = Load.start(URL, CANARY_HEADER, REQUESTS_PER_SECOND)) {
                goodVersion(load);
                badVersion(load);
                brokenVersion();
            }
            return new Judgement(reports).verdict();
        } catch (RuntimeException e) {
            return "rehearsal failed: " + e.getMessage();
        } finally {
            table();
        }
    }

    /** Stops the realms, once, also when the rehearsal is interrupted. */
    private boolean clear() {
        if (cleared.getAndSet(true)) {
            return true;
        }
        int prod = stage.cerebro.run("realm", "stop", "prod").code();
        int qa = stage.cerebro.run("realm", "stop", "qa").code();
        return prod == 0 && qa == 0;
    }

    private void firstVersion() {
        chapter("v1 goes live: there is nothing yet to set a canary beside");
        image("v1");
        release(0, "qa", "v1");
        release(0, "prod", "v1");
    }

    private void goodVersion(Load load) {
        chapter("v2, under " + REQUESTS_PER_SECOND + " requests a second: qa, then prod isolated, 10 %, full");
        image("v2");
        release(0, "qa", "v2");
        release(0, "prod", "v2");
        reports.add(Report.read("v1 -> v2", stage.report("prod", "v2"), load.samples()));
    }

    private void badVersion(Load load) {
        chapter(
                "v3 answers 5xx for a share of its requests, and nobody asks for it while it is isolated: rolled back at 10 %");
        load.askForCanary(false);
        image("v3");
        release(0, "qa", "v3");
        String end = release(1, "prod", "v3").last();
        if (!end.contains("failed its gate")) {
            throw new Failed("v3 was not rolled back by the gate but: " + end);
        }
        reports.add(Report.read("v2 -> v3", stage.report("prod", "v3"), load.samples()));
    }

    private void brokenVersion() {
        chapter("v4 never becomes healthy: qa refuses it, prod never sees it");
        image("v4");
        CommandLine.Result refused = release(1, "qa", "v4");
        if (refused.lines().stream().noneMatch(line -> line.contains("  | "))) {
            throw new Failed("v4 was refused without its own last log lines");
        }
    }

    private void image(String version) {
        images.put(version, stage.image(version));
    }

    /** To qa by a rolling deploy, to prod through the canary. */
    private CommandLine.Result release(int code, String realm, String version) {
        String command = realm.equals("qa") ? "deploy" : "release";
        return stage.cerebro.expect(code, stage.version(command, realm, version, images.getOrDefault(version, "")));
    }

    private static void chapter(String title) {
        System.out.println();
        System.out.println("== " + title);
    }

    private void table() {
        System.out.println();
        System.out.println(Report.heading());
        reports.forEach(report -> report.rows().forEach(System.out::println));
        reports.forEach(report -> report.failures().forEach(System.out::println));
        System.out.println();
    }
}
