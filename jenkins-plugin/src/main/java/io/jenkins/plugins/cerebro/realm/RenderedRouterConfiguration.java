package io.jenkins.plugins.cerebro.realm;

import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.cerebro.realm.HaproxyAccess;
import io.cerebro.realm.RenderedHaproxy;
import io.cerebro.realm.RouterAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A router of which a daemon renders every HAProxy. */
public abstract class RenderedRouterConfiguration extends RouterConfiguration {
    private @Nullable String canaryHeader;
    private @Nullable List<RenderedHaproxyConfiguration> loadBalancers;

    RenderedRouterConfiguration() {}

    public @Nullable String getCanaryHeader() {
        return canaryHeader;
    }

    @DataBoundSetter
    public void setCanaryHeader(@Nullable String canaryHeader) {
        this.canaryHeader = Text.given(canaryHeader);
    }

    public List<RenderedHaproxyConfiguration> getLoadBalancers() {
        return loadBalancers == null
                ? List.of()
                : loadBalancers.stream().filter(Objects::nonNull).toList();
    }

    @DataBoundSetter
    public void setLoadBalancers(@Nullable List<RenderedHaproxyConfiguration> loadBalancers) {
        this.loadBalancers = loadBalancers == null ? null : new ArrayList<>(loadBalancers);
    }

    /** What is the same of all of them. */
    Rendered rendered() {
        return new Rendered(
                Text.or(canaryHeader, HaproxyAccess.CANARY_HEADER),
                getLoadBalancers().stream()
                        .map(RenderedHaproxyConfiguration::haproxy)
                        .toList());
    }

    /** @param loadBalancers every HAProxy that is rendered */
    record Rendered(String canaryHeader, List<RenderedHaproxy> loadBalancers) {
        /** With one load balancer that will do. */
        static Rendered by(String canaryHeader) {
            return new Rendered(canaryHeader, List.of(new RenderedHaproxy("lb1", "/socket")));
        }
    }

    /** What is wrong in the form of one. */
    public abstract static class RenderedDescriptor extends Descriptor<RouterConfiguration> {
        RenderedDescriptor() {}

        /** @throws IllegalArgumentException that says what is wrong */
        abstract RouterAccess access(Rendered rendered);

        public String getDefaultCanaryHeader() {
            return HaproxyAccess.CANARY_HEADER;
        }

        @POST
        public FormValidation doCheckCanaryHeader(@QueryParameter String value) {
            return Check.optional(value, header -> access(Rendered.by(header)));
        }
    }
}
