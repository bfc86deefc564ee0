package io.cerebro.signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.EnvVars;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Result;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import jenkins.model.CauseOfInterruption;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BehaviourTest {
    @AfterEach
    void forget() {
        Fakes.reset();
    }

    @Test
    void environmentsExpandWhatTheyKnow() {
        var env = new EnvVars("TAG", "42", "PATH", "/bin");
        env.override("PATH+TOOLS", "/tools");
        assertThat(env.expand("shop:$TAG ${tag} $$TAG $OTHER")).isEqualTo("shop:42 42 $TAG $OTHER");
        assertThat(env).containsEntry("PATH", "/tools:/bin");
    }

    @Test
    void validationsKeepTheirKindAndEscapeTheirMessage() {
        FormValidation no = FormValidation.error("<%s> is no realm", "prod");
        assertThat(no.kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(no).hasMessage("&lt;prod&gt; is no realm");
        assertThat(FormValidation.ok().kind).isEqualTo(FormValidation.Kind.OK);
    }

    @Test
    void interruptionsTellTheirResultAndCauses() {
        var it = new FlowInterruptedException(Result.ABORTED, true, new CauseOfInterruption.UserInterruption("alice"));
        assertThat(it).hasMessage("Aborted by alice");
        assertThat(it.getResult()).isEqualTo(Result.ABORTED);
    }

    @Test
    void listenersPrintErrors() {
        var out = new ByteArrayOutputStream();
        TaskListener listener = () -> new PrintStream(out, true, StandardCharsets.UTF_8);
        listener.error("no such realm: %s", "prod");
        assertThat(out).hasToString("ERROR: no such realm: prod" + System.lineSeparator());
    }

    @Test
    void permissionsKnowTheirNames() {
        assertThat(Item.BUILD.getId()).isEqualTo("hudson.model.Item.Build");
    }

    @Test
    void singletonsAreWhatATestPutThere() {
        Fakes.extension(this);
        assertThat(ExtensionList.lookupSingleton(BehaviourTest.class)).isSameAs(this);
    }

    @Test
    void withoutATestsJenkinsThereIsNone() {
        assertThatThrownBy(Jenkins::get).hasMessageStartingWith("Jenkins.instance is missing.");
        assertThat(Jenkins.getInstanceOrNull()).isNull();
    }

    @Test
    void whatHasNoBehaviourSaysSo() {
        assertThatThrownBy(() -> Util.rawEncode("a b"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("compile-only signature: Jenkins brings the real type");
    }
}
