package io.jenkins.plugins.cerebro.realm;

import hudson.Extension;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.cerebro.realm.ConsulTemplateAccess;
import io.cerebro.realm.Secret;
import io.cerebro.release.RealmCheck;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** consul-template, the Consul that it reads, and every HAProxy that it renders. */
public final class ConsulTemplateConfiguration extends ToldRouterConfiguration {
    private @Nullable String credentialsId;

    @DataBoundConstructor
    public ConsulTemplateConfiguration() {}

    public @Nullable String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(@Nullable String credentialsId) {
        this.credentialsId = Text.given(credentialsId);
    }

    @Override
    ConsulTemplateAccess access(Logins logins) {
        return access(rendered(), urls(), token(logins, credentialsId, String.join("\n", getUrls())));
    }

    private static ConsulTemplateAccess access(Rendered rendered, List<URI> urls, Optional<Secret> token) {
        return new ConsulTemplateAccess(rendered.canaryHeader(), urls, token, rendered.loadBalancers());
    }

    private static Optional<Secret> token(Logins logins, @Nullable String credentialsId, @Nullable String urls) {
        return Optional.ofNullable(Text.given(credentialsId)).map(id -> logins.later(id, place(urls)));
    }

    /** The first URL, for credentials that are kept for one place. */
    private static String place(@Nullable String urls) {
        return Urls.split(Text.or(urls, "")).stream().findFirst().orElse("");
    }

    /** Its form, and what is wrong in it. */
    @Extension
    @Symbol("consulTemplate")
    public static final class DescriptorImpl extends ToldDescriptor {
        @Override
        public String getDisplayName() {
            return "consul-template";
        }

        @Override
        ConsulTemplateAccess access(Rendered rendered, List<URI> urls) {
            return ConsulTemplateConfiguration.access(rendered, urls, Optional.empty());
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(
                @QueryParameter String credentialsId, @QueryParameter String urls) {
            return CredentialsChoice.of(credentialsId, place(urls), StringCredentials.class);
        }

        @POST
        public FormValidation doCheckCredentialsId(@QueryParameter String value, @QueryParameter String urls) {
            return CredentialsChoice.check(value, place(urls));
        }

        /** Asks the Consul of the form, saved or not. */
        @POST
        public FormValidation doTestConnection(@QueryParameter String urls, @QueryParameter String credentialsId) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return Check.connection(() -> {
                Optional<Secret> token = token(new Logins(Wallet.ofJenkins()), credentialsId, urls);
                RealmCheck.consul(requireUrls(urls), token);
                return "Consul answers, has a leader, and lets Cerebro read keys under canary/";
            });
        }
    }
}
