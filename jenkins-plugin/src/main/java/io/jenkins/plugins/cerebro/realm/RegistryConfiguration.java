package io.jenkins.plugins.cerebro.realm;

import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.cerebro.realm.Registry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Where a realm's images are. */
public final class RegistryConfiguration extends AbstractDescribableImpl<RegistryConfiguration> {
    private final @Nullable String address;
    private @Nullable String credentialsId;

    @DataBoundConstructor
    public RegistryConfiguration(@Nullable String address) {
        this.address = Text.given(address);
    }

    public String getAddress() {
        return Text.or(address, "");
    }

    public @Nullable String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(@Nullable String credentialsId) {
        this.credentialsId = Text.given(credentialsId);
    }

    /** Its form, and what is wrong in it. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<RegistryConfiguration> {
        @Override
        public String getDisplayName() {
            return "Registry";
        }

        @POST
        public FormValidation doCheckAddress(@QueryParameter String value) {
            return Check.required(value, text -> new Registry(text, Optional.empty()));
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(
                @QueryParameter String credentialsId, @QueryParameter String address) {
            return CredentialsChoice.of(credentialsId, "https://" + address, StandardUsernamePasswordCredentials.class);
        }

        @POST
        public FormValidation doCheckCredentialsId(@QueryParameter String value, @QueryParameter String address) {
            return CredentialsChoice.check(value, "https://" + address);
        }
    }
}
