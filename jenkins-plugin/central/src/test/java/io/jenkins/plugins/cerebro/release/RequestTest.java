package io.jenkins.plugins.cerebro.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.EnvVars;
import io.cerebro.document.Lines;
import io.cerebro.release.Goal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestTest {
    private static final EnvVars ENVIRONMENT = new EnvVars("TAG", "42");

    @Test
    void expandsTheEnvironmentButNotInTheTextOfADefinition() {
        Request request =
                Request.of(Goal.RELEASE, Map.of("image", "shop:$TAG", "definition", "id: /orders-${TAG}"), ENVIRONMENT);

        assertThat(request.text("image")).hasValue("shop:42");
        assertThat(request.text("definition")).hasValue("id: /orders-${TAG}");
    }

    @Test
    void leavesABlankFieldToTheRealm() {
        assertThat(Request.of(Goal.RELEASE, Map.of("image", "  "), ENVIRONMENT).text("image"))
                .isEmpty();
    }

    @Test
    void remembersTheCommitThatTheStepWasGiven() {
        EnvVars checkedOut = new EnvVars("GIT_COMMIT", "4f2c1aa");

        assertThat(Request.of(Goal.RELEASE, Map.of(), checkedOut).text("commit"))
                .hasValue("4f2c1aa");
        assertThat(Request.of(Goal.RELEASE, Map.of(), ENVIRONMENT).text("commit"))
                .isEmpty();
    }

    @Test
    void saysWhatToGive() {
        Request request = Request.of(Goal.PROMOTE, Map.of(), ENVIRONMENT);

        assertThatThrownBy(() -> request.required("service", "/orders"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("give service, such as service: '/orders'");
    }

    @Test
    void overridesOnlyWhatChangesTheRealmsDefaults() {
        Request request = Request.of(Goal.RELEASE, Map.of("percent", "20", "realm", "prod"), ENVIRONMENT);

        assertThat(request.overrides().fields()).isEqualTo(Map.of("percent", "20"));
    }

    @Test
    void hasOneVariableALine() {
        Request request = Request.of(Goal.RELEASE, Map.of("variables", "A=1\n\n B=x=$TAG \n"), ENVIRONMENT);

        assertThat(request.variables()).isEqualTo(Map.of("A", "1", "B", "x=42"));
    }

    @Test
    void namesTheFieldAndTheLineButNotWhatMayBeASecret() {
        assertThatThrownBy(() -> Lines.pairs("variables", "A=1\ns3cret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("variables has one NAME=VALUE a line, but line 2 has no name and '='");
        assertThatThrownBy(() -> Lines.pairs("buildArgs", "=s3cret"))
                .hasMessage("buildArgs has one NAME=VALUE a line, but line 1 has no name and '='");
    }
}
