package io.jenkins.plugins.cerebro.realm;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.cerebro.realm.RenderedHaproxy;
import io.cerebro.release.RealmCheck;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** One HAProxy that a daemon renders, and that Cerebro only reads. */
public final class RenderedHaproxyConfiguration extends AbstractDescribableImpl<RenderedHaproxyConfiguration> {
    private final @Nullable String name;
    private final @Nullable String socket;

    @DataBoundConstructor
    public RenderedHaproxyConfiguration(@Nullable String name, @Nullable String socket) {
        this.name = Text.given(name);
        this.socket = Text.given(socket);
    }

    public String getName() {
        return Text.or(name, "");
    }

    public String getSocket() {
        return Text.or(socket, "");
    }

    /** @throws IllegalArgumentException that says what is wrong */
    RenderedHaproxy haproxy() {
        return new RenderedHaproxy(getName(), getSocket());
    }

    /** Its form, and what is wrong in it. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<RenderedHaproxyConfiguration> {
        @Override
        public String getDisplayName() {
            return "Load balancer";
        }

        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return Check.required(value, name -> new RenderedHaproxy(name, "/socket"));
        }

        @POST
        public FormValidation doCheckSocket(@QueryParameter String value) {
            return Check.required(value, socket -> new RenderedHaproxy("lb1", socket));
        }

        /** Asks the load balancer of the form, saved or not. */
        @POST
        public FormValidation doTestConnection(@QueryParameter String name, @QueryParameter String socket) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return Check.connection(() -> {
                RenderedHaproxy typed = new RenderedHaproxyConfiguration(name, socket).haproxy();
                RealmCheck.rendered(typed);
                return typed.name() + " answers, and Cerebro may see its servers there";
            });
        }
    }
}
