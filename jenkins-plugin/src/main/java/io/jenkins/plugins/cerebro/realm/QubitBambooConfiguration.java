package io.jenkins.plugins.cerebro.realm;

import hudson.Extension;
import hudson.util.FormValidation;
import io.cerebro.realm.QubitBambooAccess;
import io.cerebro.release.RealmCheck;
import java.net.URI;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Qubit Bamboo, and every HAProxy that it renders. */
public final class QubitBambooConfiguration extends ToldRouterConfiguration {
    @DataBoundConstructor
    public QubitBambooConfiguration() {}

    @Override
    QubitBambooAccess access(Logins logins) {
        return access(rendered(), urls());
    }

    private static QubitBambooAccess access(Rendered rendered, List<URI> urls) {
        return new QubitBambooAccess(rendered.canaryHeader(), urls, rendered.loadBalancers());
    }

    /** Its form, and what is wrong in it. */
    @Extension
    @Symbol("qubitBamboo")
    public static final class DescriptorImpl extends ToldDescriptor {
        @Override
        public String getDisplayName() {
            return "Qubit Bamboo";
        }

        @Override
        QubitBambooAccess access(Rendered rendered, List<URI> urls) {
            return QubitBambooConfiguration.access(rendered, urls);
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
