package io.jenkins.plugins.cerebro.realm;

import hudson.Extension;
import io.cerebro.realm.MarathonLbAccess;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** marathon-lb, by every HAProxy that it renders from the labels of the realm's Marathon. */
public final class MarathonLbConfiguration extends RenderedRouterConfiguration {
    @DataBoundConstructor
    public MarathonLbConfiguration() {}

    @Override
    MarathonLbAccess access(Logins logins) {
        return access(rendered());
    }

    private static MarathonLbAccess access(Rendered rendered) {
        return new MarathonLbAccess(rendered.canaryHeader(), rendered.loadBalancers());
    }

    /** Its form, and what is wrong in it. */
    @Extension
    @Symbol("marathonLb")
    public static final class DescriptorImpl extends RenderedDescriptor {
        @Override
        public String getDisplayName() {
            return "marathon-lb";
        }

        @Override
        MarathonLbAccess access(Rendered rendered) {
            return MarathonLbConfiguration.access(rendered);
        }
    }
}
