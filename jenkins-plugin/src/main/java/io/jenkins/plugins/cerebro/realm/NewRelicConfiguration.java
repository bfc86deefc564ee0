package io.jenkins.plugins.cerebro.realm;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.cerebro.realm.NewRelicSettings;
import io.cerebro.realm.Secret;
import java.net.URI;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The New Relic that is told when a version begins to serve in a realm. */
public final class NewRelicConfiguration extends AbstractDescribableImpl<NewRelicConfiguration> {
    private @Nullable String url;
    private @Nullable String credentialsId;
    private @Nullable String application;

    @DataBoundConstructor
    public NewRelicConfiguration() {}

    public @Nullable String getUrl() {
        return url;
    }

    @DataBoundSetter
    public void setUrl(@Nullable String url) {
        this.url = Text.given(url);
    }

    public @Nullable String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(@Nullable String credentialsId) {
        this.credentialsId = Text.given(credentialsId);
    }

    public @Nullable String getApplication() {
        return application;
    }

    @DataBoundSetter
    public void setApplication(@Nullable String application) {
        this.application = Text.given(application);
    }

    boolean nothing() {
        return credentialsId == null;
    }

    /** Missing credentials trouble only the marker. */
    NewRelicSettings settings(Logins logins) {
        String place = Text.or(url, NewRelicSettings.NERDGRAPH.toString());
        Secret key = logins.later(Text.or(credentialsId, ""), place);
        return settings(place, key, Text.or(application, NewRelicSettings.APPLICATION));
    }

    private static NewRelicSettings settings(String url, Secret key, String application) {
        return new NewRelicSettings(URI.create(url), key, application);
    }

    /** Its form, and what is wrong in it. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<NewRelicConfiguration> {
        private static final Secret NONE = Secret.missing("nobody asks for it");

        @Override
        public String getDisplayName() {
            return "New Relic";
        }

        public String getDefaultUrl() {
            return NewRelicSettings.NERDGRAPH.toString();
        }

        public String getDefaultApplication() {
            return NewRelicSettings.APPLICATION;
        }

        @POST
        public FormValidation doCheckUrl(@QueryParameter String value) {
            return Check.optional(value, text -> settings(text, NONE, NewRelicSettings.APPLICATION));
        }

        @POST
        public FormValidation doCheckApplication(@QueryParameter String value) {
            return Check.optional(value, text -> settings(getDefaultUrl(), NONE, text));
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId, @QueryParameter String url) {
            return CredentialsChoice.of(credentialsId, Text.or(url, getDefaultUrl()), StringCredentials.class);
        }

        @POST
        public FormValidation doCheckCredentialsId(@QueryParameter String value, @QueryParameter String url) {
            return CredentialsChoice.check(value, Text.or(url, getDefaultUrl()));
        }
    }
}
