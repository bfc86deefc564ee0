package com.cloudbees.plugins.credentials.domains;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.util.List;

public class URIRequirementBuilder {
    private URIRequirementBuilder() {}

    public static URIRequirementBuilder create() {
        throw compileOnly();
    }

    public static URIRequirementBuilder fromUri(String uri) {
        throw compileOnly();
    }

    public URIRequirementBuilder withUri(String uri) {
        throw compileOnly();
    }

    public URIRequirementBuilder withoutScheme() {
        throw compileOnly();
    }

    public URIRequirementBuilder withScheme(String scheme) {
        throw compileOnly();
    }

    public URIRequirementBuilder withPath(String path) {
        throw compileOnly();
    }

    public URIRequirementBuilder withHostname(String hostname) {
        throw compileOnly();
    }

    public URIRequirementBuilder withHostnamePort(String hostname, int port) {
        throw compileOnly();
    }

    public List<DomainRequirement> build() {
        throw compileOnly();
    }
}
