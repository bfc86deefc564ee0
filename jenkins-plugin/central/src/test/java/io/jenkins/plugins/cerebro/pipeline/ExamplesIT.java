package io.jenkins.plugins.cerebro.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import io.cerebro.signatures.Fakes;
import io.jenkins.plugins.cerebro.CerebroPermissions;
import io.jenkins.plugins.cerebro.Granted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;

/** The pipelines of the documentation, as they are but for their long bakes, with real steps and a real realm. */
class ExamplesIT {
    private static final Path EXAMPLES = Path.of("../../docs/jenkins");
    private static final Path VARS = Path.of("src/test/resources/pipeline/vars");
    private static final int MINUTES = 2;

    @TempDir
    private static Path directory;

    private static OrdersRealm realm;
    private static int builds;

    @BeforeAll
    static void firstVersionIsLive() throws Exception {
        Jenkins jenkins = Granted.permissions(CerebroPermissions.DEPLOY);
        Mockito.doReturn(null).when(jenkins).getRootUrl();
        realm = OrdersRealm.open(directory);
        run(build("first"), "multibranch.Jenkinsfile", "BRANCH_NAME", "feature/first");
        realm.customersCome();
    }

    @AfterAll
    static void nothingIsLeft() throws Exception {
        if (realm != null) {
            realm.close();
        }
        Fakes.reset();
    }

    @Test
    void deploysABranchToQa() throws Exception {
        Build build = build("branch");

        run(build, "multibranch.Jenkinsfile", "BRANCH_NAME", "feature/cart");

        assertThat(build.log()).anyMatch(line -> line.contains("feature-cart-"));
        assertThat(realm.ask()).isEqualTo("branch");
    }

    @Test
    void releasesMainToProd() throws Exception {
        Build build = build("main");

        run(build, "multibranch.Jenkinsfile", "BRANCH_NAME", "main");

        assertThat(build.log()).anyMatch(line -> line.startsWith("partial   canary partial, 10 % of the traffic"));
        assertThat(realm.ask()).isEqualTo("main");
    }

    @Test
    void releasesWithOneCall() throws Exception {
        Build build = build("release");

        run(build, "release.Jenkinsfile");

        assertThat(build.log()).anyMatch(line -> line.startsWith("isolated  "));
        assertThat(realm.ask()).isEqualTo("release");
    }

    @Test
    void goesStageByStageInAScriptedPipeline() throws Exception {
        Build build = build("scripted");

        run(build, "scripted.Jenkinsfile");

        assertThat(build.log()).contains("stage Canary isolated", "stage Full");
        assertThat(build.log()).anyMatch(line -> line.startsWith("the gate said PASS"));
        assertThat(realm.ask()).isEqualTo("scripted");
    }

    @Test
    void promotesWhatSomebodyApprovesInADeclarativePipeline() throws Exception {
        Build build = build("declarative").approvedBy("alice");

        run(build, "declarative.Jenkinsfile");

        assertThat(build.log()).contains("Promote orders?", "approved by alice");
        assertThat(realm.ask()).isEqualTo("declarative");
    }

    @Test
    void rollsABrokenVersionBackAndAsksNobodyAnyMore() throws Exception {
        String before = realm.ask();
        Build build = build("broken");

        assertThatThrownBy(() -> run(build, "declarative.Jenkinsfile"))
                .isInstanceOf(AbortException.class)
                .message()
                .matches("rolled back: canary partial failed its gate: \\d+ of \\d+ canary requests failed"
                        + " \\(\\d+\\.\\d+ %\\), stable 0\\.00 %; evidence of more than 1\\.5 times the stable app's: \\d+,"
                        + " enough is 100( \\(errors come about \\d+ at a time\\))?");

        assertThat(build.log()).contains("Promote orders?").doesNotContain("stage Full");
        assertThat(realm.ask()).isEqualTo(before);
    }

    @Test
    void shipsByASharedLibrary() throws Exception {
        Build build = build("library");

        run(build, "shared-library/Jenkinsfile");

        assertThat(realm.ask()).isEqualTo("library");
    }

    /** Also where the mail server is away by then. */
    @Test
    void mailsWhyItWasRolledBack() throws Exception {
        Build build = build("broken");

        assertThatThrownBy(() -> run(build, "mail.Jenkinsfile"))
                .isInstanceOf(AbortException.class)
                .hasMessageStartingWith("rolled back: canary partial failed its gate: ");

        String url = build.environment().get("BUILD_URL");
        assertThat(build.log()).contains("Promote orders?", "caught: Could not connect to SMTP host");
        assertThat(build.mails).hasSize(2);
        assertThat(build.mails.get(0))
                .isEqualTo(
                        Map.of("to", "shop@example.com", "subject", "orders in prod: go on?", "body", url + "cerebro"));
        assertThat(String.valueOf(build.mails.get(1).get("subject")))
                .startsWith("orders in prod: rolled back: canary partial failed its gate: ");
        assertThat(String.valueOf(build.mails.get(1).get("body")))
                .startsWith("rolled back: canary partial failed its gate: ")
                .endsWith("\n\n" + url);
    }

    @Test
    void runsAJobInTheImageThatItHasBuilt() throws Exception {
        Build build = build("counting");

        run(build, "job.Jenkinsfile");

        assertThat(build.log())
                .contains("job orders-report: CREATE, to run at R/2100-01-01T02:00:00Z/P1D")
                .anyMatch(line -> line.startsWith("job       Chronos has been told to run orders-report"))
                .anyMatch(line -> line.startsWith("done: orders-report has ended well (20"));
    }

    @Test
    void refusesAFieldThatThereIsNot() throws Exception {
        String text = Files.readString(EXAMPLES.resolve("release.Jenkinsfile"));

        assertThatThrownBy(() -> play(build("typo"), text.replace("partialBake", "partialbake")))
                .hasMessage("CerebroReleaseStep has no field 'partialbake'");
    }

    private static Build build(String version) throws Exception {
        builds++;
        Path own = Files.createDirectories(directory.resolve("build-" + builds));
        Files.copy(directory.resolve(".curlrc"), own.resolve(".curlrc"));
        return new Build(own, builds, realm.source(version));
    }

    private static void run(Build build, String example, String... environment) throws Exception {
        for (int i = 0; i < environment.length; i += 2) {
            build.environment().put(environment[i], environment[i + 1]);
        }
        play(build, Files.readString(EXAMPLES.resolve(example)));
    }

    private static void play(Build build, String jenkinsfile) throws Exception {
        String hasty = jenkinsfile.replaceAll("ake: '[0-9]+[sm]'", "ake: '3s'");
        try (Engine engine = new Engine(build, List.of(VARS, EXAMPLES.resolve("shared-library/vars")))) {
            engine.run(hasty).get(MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("does not end; its log:\n" + build, e);
        }
    }
}
