package io.jenkins.plugins.cerebro.realm;

import hudson.Extension;
import hudson.util.FormValidation;
import io.cerebro.realm.QubitBambooAccess;
import io.cerebro.release.RealmCheck;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Qubit Bamboo, and every HAProxy that it renders. */
public final class QubitBambooConfiguration extends RenderedRouterConfiguration {
    @DataBoundConstructor
    public QubitBambooConfiguration() {}

    @Override
    QubitBambooAccess access(Logins logins) {
        return access(rendered());
    }

    private static QubitBambooAccess access(Rendered rendered) {
        return new QubitBambooAccess(rendered.canaryHeader(), rendered.urls(), rendered.loadBalancers());
    }

    /** Its form, and what is wrong in it. */
    @Extension
    @Symbol("qubitBamboo")
    public static final class DescriptorImpl extends RenderedDescriptor {
        @Override
        public String getDisplayName() {
            return "Qubit Bamboo";
        }

        @Override
        QubitBambooAccess access(Rendered rendered) {
            return QubitBambooConfiguration.access(rendered);
        }

        /** Asks every Qubit Bamboo of the form, saved or not. */
        @POST
        public FormValidation doTestConnection(@QueryParameter String urls) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return Check.connection(() -> {
                RealmCheck.qubitBamboo(requireUrls(urls));
                return "every Qubit Bamboo answers, and knows Marathon's apps";
            });
        }
    }
}
