package io.jenkins.plugins.cerebro.realm;

import com.cloudbees.plugins.credentials.common.StandardCertificateCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.cerebro.document.Amounts;
import io.cerebro.realm.MesosAccess;
import io.cerebro.realm.MesosAccess.Policy;
import io.cerebro.realm.RouterAccess;
import io.cerebro.release.RealmCheck;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The Mesos that is asked beforehand whether there is room. */
public final class MesosConfiguration extends AbstractDescribableImpl<MesosConfiguration> {
    private @Nullable List<String> urls;
    private @Nullable String credentialsId;
    private @Nullable String ca;
    private @Nullable String capacity;

    @DataBoundConstructor
    public MesosConfiguration() {}

    public List<String> getUrls() {
        return Urls.present(urls);
    }

    /** A list, or the form's one text with one of them a line. */
    @DataBoundSetter
    public void setUrls(@Nullable List<String> urls) {
        this.urls = Urls.given(urls);
    }

    /** As the form's text has them. */
    public String getUrlLines() {
        return String.join("\n", getUrls());
    }

    public @Nullable String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(@Nullable String credentialsId) {
        this.credentialsId = Text.given(credentialsId);
    }

    public @Nullable String getCa() {
        return ca;
    }

    @DataBoundSetter
    public void setCa(@Nullable String ca) {
        this.ca = Text.given(ca);
    }

    public @Nullable String getCapacity() {
        return capacity;
    }

    @DataBoundSetter
    public void setCapacity(@Nullable String capacity) {
        this.capacity = Text.given(capacity);
    }

    boolean nothing() {
        return getUrls().isEmpty();
    }

    /** @throws IllegalArgumentException that says what is wrong */
    MesosAccess access(Logins logins) {
        List<String> masters = getUrls();
        return new MesosAccess(
                masters.stream().map(RouterAccess::url).toList(),
                Optional.ofNullable(credentialsId)
                        .map(id -> logins.whenAsked(id, MarathonConfiguration.place(masters))),
                Optional.ofNullable(ca).map(MarathonConfiguration::authorities),
                policy());
    }

    private Policy policy() {
        return capacity == null
                ? Policy.WARN
                : Amounts.choice(Policy.class, capacity)
                        .orElseThrow(() -> new IllegalArgumentException("capacity must be one of "
                                + Amounts.names(Policy.class) + ", but is '" + capacity + "'"));
    }

    private static void requireUrls(String lines) {
        new MesosAccess(Urls.split(lines).stream().map(RouterAccess::url).toList(), Policy.WARN);
    }

    /** Its form, and what is wrong in it. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<MesosConfiguration> {
        @Override
        public String getDisplayName() {
            return "Mesos";
        }

        @POST
        public FormValidation doCheckUrls(@QueryParameter String value) {
            return Check.optional(value, MesosConfiguration::requireUrls);
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(
                @QueryParameter String credentialsId, @QueryParameter String urls) {
            return CredentialsChoice.of(
                    credentialsId,
                    MarathonConfiguration.place(Urls.split(Text.or(urls, ""))),
                    StandardUsernamePasswordCredentials.class,
                    StringCredentials.class,
                    StandardCertificateCredentials.class);
        }

        @POST
        public FormValidation doCheckCredentialsId(@QueryParameter String value, @QueryParameter String urls) {
            return CredentialsChoice.check(value, MarathonConfiguration.place(Urls.split(Text.or(urls, ""))));
        }

        @POST
        public FormValidation doCheckCa(@QueryParameter String value) {
            return Check.optional(value, MarathonConfiguration::authorities);
        }

        /** Asks the masters of the form, saved or not. */
        @POST
        public FormValidation doTestConnection(
                @QueryParameter String urls, @QueryParameter String credentialsId, @QueryParameter String ca) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            MesosConfiguration typed = new MesosConfiguration();
            typed.setUrls(List.of(Text.or(urls, "")));
            typed.setCredentialsId(credentialsId);
            typed.setCa(ca);
            return Check.connection(() -> RealmCheck.mesos(typed.access(new Logins(Wallet.ofJenkins()))));
        }

        @POST
        public ListBoxModel doFillCapacityItems() {
            return new ListBoxModel(
                    new ListBoxModel.Option("warn: say it, and let Marathon wait", "warn"),
                    new ListBoxModel.Option("refuse: begin nothing", "refuse"));
        }
    }
}
