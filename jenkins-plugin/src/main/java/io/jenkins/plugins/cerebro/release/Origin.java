package io.jenkins.plugins.cerebro.release;

import hudson.model.Run;
import io.cerebro.release.Source;
import java.util.Optional;
import jenkins.model.Jenkins;

/** Where a release comes from: the build's page, and the commit that it checked out. */
final class Origin {
    private Origin() {}

    static Source of(Run<?, ?> run, Request request) {
        return Source.of(page(run), request.commit());
    }

    /** Empty where Jenkins does not know its own address. */
    static Optional<String> page(Run<?, ?> run) {
        return Optional.ofNullable(Jenkins.get().getRootUrl()).map(root -> root + run.getUrl());
    }
}
