package io.jenkins.plugins.cerebro.realm;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.Arrays;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;

/** The drop-down of the credentials that a realm may use. */
final class CredentialsChoice {
    private CredentialsChoice() {}

    /** People who may not configure Jenkins see the present choice alone. */
    @SafeVarargs
    static ListBoxModel of(@Nullable String current, String url, Class<? extends StandardCredentials>... kinds) {
        StandardListBoxModel choices = new StandardListBoxModel();
        if (Check.allowed()) {
            CredentialsMatcher[] wanted =
                    Arrays.stream(kinds).map(CredentialsMatchers::instanceOf).toArray(CredentialsMatcher[]::new);
            choices.includeEmptyValue()
                    .includeMatchingAs(
                            ACL.SYSTEM2,
                            Jenkins.get(),
                            StandardCredentials.class,
                            Wallet.at(url),
                            CredentialsMatchers.anyOf(wanted));
        }
        choices.includeCurrentValue(Text.or(current, ""));
        return choices;
    }

    /** Credentials of a folder cannot be seen from here, and its jobs find them all the same. */
    static FormValidation check(@Nullable String id, String url) {
        String given = Text.given(id);
        if (given == null
                || !Check.allowed()
                || Wallet.ofJenkins().find(given, url).isPresent()) {
            return FormValidation.ok();
        }
        return FormValidation.warning("Jenkins itself has no credentials '" + given
                + "': only jobs in a folder that has" + " them find them");
    }
}
