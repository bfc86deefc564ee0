package io.jenkins.plugins.cerebro.realm;

import hudson.Extension;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.cerebro.realm.HaproxyAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** HAProxy itself, every one of a realm. */
public final class HaproxyConfiguration extends RouterConfiguration {
    private @Nullable String canaryHeader;
    private @Nullable List<LoadBalancerConfiguration> loadBalancers;

    @DataBoundConstructor
    public HaproxyConfiguration() {}

    public @Nullable String getCanaryHeader() {
        return canaryHeader;
    }

    @DataBoundSetter
    public void setCanaryHeader(@Nullable String canaryHeader) {
        this.canaryHeader = Text.given(canaryHeader);
    }

    public List<LoadBalancerConfiguration> getLoadBalancers() {
        return loadBalancers == null
                ? List.of()
                : loadBalancers.stream().filter(Objects::nonNull).toList();
    }

    @DataBoundSetter
    public void setLoadBalancers(@Nullable List<LoadBalancerConfiguration> loadBalancers) {
        this.loadBalancers = loadBalancers == null ? null : new ArrayList<>(loadBalancers);
    }

    @Override
    HaproxyAccess access(Logins logins) {
        return new HaproxyAccess(
                Text.or(canaryHeader, HaproxyAccess.CANARY_HEADER),
                getLoadBalancers().stream()
                        .map(LoadBalancerConfiguration::balancer)
                        .toList());
    }

    /** Its form, and what is wrong in it. */
    @Extension
    @Symbol("haproxy")
    public static final class DescriptorImpl extends Descriptor<RouterConfiguration> {
        @Override
        public String getDisplayName() {
            return "HAProxy";
        }

        public String getDefaultCanaryHeader() {
            return HaproxyAccess.CANARY_HEADER;
        }

        @POST
        public FormValidation doCheckCanaryHeader(@QueryParameter String value) {
            return Check.optional(
                    value,
                    header -> new HaproxyAccess(
                            header, List.of(new HaproxyAccess.Balancer("lb1", "/socket", "/maps", Optional.empty()))));
        }
    }
}
