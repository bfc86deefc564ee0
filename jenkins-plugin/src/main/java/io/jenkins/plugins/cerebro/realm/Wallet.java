package io.jenkins.plugins.cerebro.realm;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import hudson.model.Run;
import hudson.security.ACL;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;

/** Whose credentials a realm is reached with. */
interface Wallet {
    /** Those with this id that may be used at this URL. */
    Optional<StandardCredentials> find(String id, String url);

    /** Whose they are, for a message. */
    String owner();

    /** What a build may use: its folders' credentials and Jenkins's own, but no other folder's and no other person's. */
    static Wallet of(Run<?, ?> build) {
        return new OfBuild(build);
    }

    /** What Jenkins itself may use, for pages that belong to no job. */
    static Wallet ofJenkins() {
        return new OfJenkins();
    }

    static List<DomainRequirement> at(String url) {
        return URIRequirementBuilder.fromUri(url).build();
    }

    /** See {@link #of}. */
    record OfBuild(Run<?, ?> build) implements Wallet {
        @Override
        public Optional<StandardCredentials> find(String id, String url) {
            Optional<StandardCredentials> found = Optional.ofNullable(
                    CredentialsProvider.findCredentialById(id, StandardCredentials.class, build, at(url)));
            found.ifPresent(credentials -> CredentialsProvider.track(build, credentials));
            return found;
        }

        @Override
        public String owner() {
            return build.getParent().getFullName();
        }
    }

    /** See {@link #ofJenkins}. */
    record OfJenkins() implements Wallet {
        @Override
        public Optional<StandardCredentials> find(String id, String url) {
            return Optional.ofNullable(CredentialsProvider.findCredentialByIdInItemGroup(
                    id, StandardCredentials.class, Jenkins.get(), ACL.SYSTEM2, at(url)));
        }

        @Override
        public String owner() {
            return "Jenkins itself";
        }
    }
}
