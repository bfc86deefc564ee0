package io.jenkins.plugins.cerebro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.when;

import hudson.AbortException;
import hudson.model.Cause;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.User;
import hudson.security.ACL;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.MockedStatic;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

class CerebroPermissionsTest {
    private final MockedStatic<Jenkins> jenkins = mockStatic(Jenkins.class);
    private final MockedStatic<User> users = mockStatic(User.class);

    @BeforeEach
    void people() {
        for (String name : List.of("alice", "bob", "ghost")) {
            User user = mock(User.class);
            if (name.equals("ghost")) {
                when(user.impersonate2()).thenThrow(new UsernameNotFoundException(name));
            } else {
                Authentication authentication = someone(name);
                when(user.impersonate2()).thenReturn(authentication);
            }
            users.when(() -> User.getById(name, false)).thenReturn(user);
        }
    }

    @AfterEach
    void close() {
        jenkins.close();
        users.close();
    }

    @Test
    void areImpliedByAdministerAndHaveStableIds() {
        assertThat(CerebroPermissions.DEPLOY.getId()).isEqualTo("io.jenkins.plugins.cerebro.CerebroPermissions.Deploy");
        assertThat(CerebroPermissions.SCALE.getId()).isEqualTo("io.jenkins.plugins.cerebro.CerebroPermissions.Scale");
        assertThat(CerebroPermissions.DEPLOY.impliedBy).isEqualTo(Jenkins.ADMINISTER);
        assertThat(CerebroPermissions.DEPLOY.group.getId()).isEqualTo("Cerebro");
        assertThat(Objects.toString(CerebroPermissions.DEPLOY.description))
                .isEqualTo(
                        "Release, promote and roll back services, and deploy, run and delete jobs. For all of Jenkins it"
                                + " also shows the page Realms.");
        assertThat(Objects.toString(CerebroPermissions.SCALE.description))
                .isEqualTo("Change the number of instances of a service on the page Realms.");
    }

    @Test
    void letABuildDeployWhenWhoeverItRunsAsAndWhoeverStartedItMay() {
        runsAs("builder");
        Run<?, ?> build = build(Set.of("builder", "alice"), new Cause.UserIdCause("alice"));

        assertThatCode(() -> CerebroPermissions.check(build)).doesNotThrowAnyException();
    }

    @Test
    void letATimersBuildDeploy() {
        runsAs("builder");
        Cause timer = new Cause() {
            @Override
            public String getShortDescription() {
                return "timer";
            }
        };

        assertThatCode(() -> CerebroPermissions.check(build(Set.of("builder"), timer)))
                .doesNotThrowAnyException();
        assertThatCode(() -> CerebroPermissions.check(build(Set.of("builder"), new Cause.UserIdCause("SYSTEM"))))
                .doesNotThrowAnyException();
    }

    @Test
    void refuseTheOneWhoStartedIt() {
        runsAs("builder");

        assertThatThrownBy(() -> CerebroPermissions.check(build(Set.of("builder"), new Cause.UserIdCause("alice"))))
                .isInstanceOf(AbortException.class)
                .hasMessage("alice may not deploy: alice has no permission Cerebro/Deploy on shop/orders");
        assertThatThrownBy(() -> CerebroPermissions.check(build(Set.of("builder"), new Cause.UserIdCause(null))))
                .hasMessage("anonymous may not deploy: anonymous has no permission Cerebro/Deploy on shop/orders");
    }

    @Test
    void refuseAnyOfThoseWhoStartedIt() {
        runsAs("builder");
        Run<?, ?> build =
                build(Set.of("builder", "alice"), new Cause.UserIdCause("alice"), new Cause.UserIdCause("bob"));

        assertThatThrownBy(() -> CerebroPermissions.check(build, CerebroPermissions.SCALE))
                .hasMessage("bob may not scale: bob has no permission Cerebro/Scale on shop/orders");
    }

    @Test
    void refuseWhoeverIsNotKnownAnyMore() {
        runsAs("builder");
        String message = "%1$s may not deploy: %1$s is not known here any more and has no permission Cerebro/Deploy on"
                + " shop/orders";

        assertThatThrownBy(() -> CerebroPermissions.check(build(Set.of("builder"), new Cause.UserIdCause("ghost"))))
                .hasMessage(message, "ghost");
        assertThatThrownBy(() -> CerebroPermissions.check(build(Set.of("builder"), new Cause.UserIdCause("carol"))))
                .hasMessage(message, "carol");
    }

    @Test
    void refuseWhomItRunsAs() {
        runsAs("builder");

        assertThatThrownBy(() -> CerebroPermissions.check(build(Set.of("alice"), new Cause.UserIdCause("alice"))))
                .hasMessage("builder may not deploy: builder has no permission Cerebro/Deploy on shop/orders");
    }

    private void runsAs(String name) {
        Authentication authentication = someone(name);
        jenkins.when(Jenkins::getAuthentication2).thenReturn(authentication);
    }

    private static Authentication someone(String name) {
        Authentication authentication = mock(Authentication.class);
        when(authentication.getName()).thenReturn(name);
        return authentication;
    }

    private static Run<?, ?> build(Set<String> allowed, Cause... causes) {
        Job<?, ?> job = mock(Job.class);
        when(job.getFullName()).thenReturn("shop/orders");
        when(job.getACL()).thenReturn(ACL.lambda2((who, permission) -> allowed.contains(name(who))));
        Run<?, ?> build = mock(Run.class);
        doReturn(job).when(build).getParent();
        when(build.getCauses()).thenReturn(List.of(causes));
        return build;
    }

    private static String name(@Nullable Authentication who) {
        return who == null ? "anonymous" : who.getName();
    }
}
