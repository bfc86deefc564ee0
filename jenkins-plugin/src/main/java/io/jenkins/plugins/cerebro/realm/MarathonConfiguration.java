package io.jenkins.plugins.cerebro.realm;

import com.cloudbees.plugins.credentials.common.StandardCertificateCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.cerebro.realm.MarathonAccess;
import io.cerebro.release.RealmCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** How a realm's Marathon is reached. */
public final class MarathonConfiguration extends AbstractDescribableImpl<MarathonConfiguration> {
    private @Nullable List<String> urls;
    private @Nullable String credentialsId;
    private @Nullable String ca;
    private @Nullable String agentPort;

    @DataBoundConstructor
    public MarathonConfiguration() {}

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

    public @Nullable String getAgentPort() {
        return agentPort;
    }

    @DataBoundSetter
    public void setAgentPort(@Nullable String agentPort) {
        this.agentPort = Text.given(agentPort);
    }

    /** That of the first, for credentials that are kept for one place; none where it is yet to be looked up. */
    static String place(List<String> urls) {
        return urls.isEmpty() || urls.get(0).startsWith("zk://") ? "" : urls.get(0);
    }

    /** @throws IllegalArgumentException that says which URL is none */
    static void requireUrls(List<String> urls) {
        new MarathonAccess(
                urls.stream().map(MarathonAccess::url).toList(), Optional.empty(), MarathonAccess.AGENT_PORT);
    }

    /** @throws IllegalArgumentException unless it names a file of this machine from its root */
    static Path authorities(String text) {
        if (!text.startsWith("/") || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "ca is the whole path of a PEM file, such as /etc/ssl/private-ca.pem, unlike '" + text + "'");
        }
        return Path.of(text);
    }

    static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("agentPort must be a port from 1 to 65535, but is '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    /** Its form, and what is wrong in it. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<MarathonConfiguration> {
        @Override
        public String getDisplayName() {
            return "Marathon";
        }

        public int getDefaultAgentPort() {
            return MarathonAccess.AGENT_PORT;
        }

        @POST
        public FormValidation doCheckUrls(@QueryParameter String value) {
            return Check.required(value, text -> requireUrls(Urls.split(text)));
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(
                @QueryParameter String credentialsId, @QueryParameter String urls) {
            return CredentialsChoice.of(
                    credentialsId,
                    place(Urls.split(Text.or(urls, ""))),
                    StandardUsernamePasswordCredentials.class,
                    StringCredentials.class,
                    StandardCertificateCredentials.class);
        }

        @POST
        public FormValidation doCheckCredentialsId(@QueryParameter String value, @QueryParameter String urls) {
            return CredentialsChoice.check(value, place(Urls.split(Text.or(urls, ""))));
        }

        @POST
        public FormValidation doCheckAgentPort(@QueryParameter String value) {
            return Check.optional(value, MarathonConfiguration::port);
        }

        @POST
        public FormValidation doCheckCa(@QueryParameter String value) {
            return Check.optional(value, MarathonConfiguration::authorities);
        }

        /** Asks the Marathon of the form, saved or not. */
        @POST
        public FormValidation doTestConnection(
                @QueryParameter String urls, @QueryParameter String credentialsId, @QueryParameter String ca) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            MarathonConfiguration typed = new MarathonConfiguration();
            typed.setUrls(List.of(Text.or(urls, "")));
            typed.setCredentialsId(credentialsId);
            typed.setCa(ca);
            return Check.connection(
                    () -> RealmCheck.marathon(AccessReader.marathon(typed, new Logins(Wallet.ofJenkins()))));
        }
    }
}
