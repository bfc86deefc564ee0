package com.cloudbees.plugins.credentials.domains;

import java.util.List;

public class URIRequirementBuilder {
    private URIRequirementBuilder() {}

    public static URIRequirementBuilder create() {
        return new URIRequirementBuilder();
    }

    public static URIRequirementBuilder fromUri(String uri) {
        return create();
    }

    public URIRequirementBuilder withUri(String uri) {
        return this;
    }

    public URIRequirementBuilder withoutScheme() {
        return this;
    }

    public URIRequirementBuilder withScheme(String scheme) {
        return this;
    }

    public URIRequirementBuilder withPath(String path) {
        return this;
    }

    public URIRequirementBuilder withHostname(String hostname) {
        return this;
    }

    public URIRequirementBuilder withHostnamePort(String hostname, int port) {
        return this;
    }

    public List<DomainRequirement> build() {
        return List.of();
    }
}
