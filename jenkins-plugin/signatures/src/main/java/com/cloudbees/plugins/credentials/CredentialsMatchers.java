package com.cloudbees.plugins.credentials;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.util.Collection;
import java.util.List;
import java.util.Set;

public class CredentialsMatchers {
    private CredentialsMatchers() {}

    public static CredentialsMatcher always() {
        throw compileOnly();
    }

    public static CredentialsMatcher never() {
        throw compileOnly();
    }

    public static CredentialsMatcher not(CredentialsMatcher matcher) {
        throw compileOnly();
    }

    public static CredentialsMatcher instanceOf(Class clazz) {
        throw compileOnly();
    }

    public static CredentialsMatcher withId(String id) {
        throw compileOnly();
    }

    public static CredentialsMatcher withScope(CredentialsScope scope) {
        throw compileOnly();
    }

    public static CredentialsMatcher allOf(CredentialsMatcher... matchers) {
        throw compileOnly();
    }

    public static CredentialsMatcher anyOf(CredentialsMatcher... matchers) {
        throw compileOnly();
    }

    public static CredentialsMatcher both(CredentialsMatcher matcher1, CredentialsMatcher matcher2) {
        throw compileOnly();
    }

    public static CredentialsMatcher either(CredentialsMatcher matcher1, CredentialsMatcher matcher2) {
        throw compileOnly();
    }

    public static <C extends Credentials> Collection<C> filter(Collection<C> credentials, CredentialsMatcher matcher) {
        throw compileOnly();
    }

    public static <C extends Credentials> Set<C> filter(Set<C> credentials, CredentialsMatcher matcher) {
        throw compileOnly();
    }

    public static <C extends Credentials> List<C> filter(List<C> credentials, CredentialsMatcher matcher) {
        throw compileOnly();
    }

    public static <C extends Credentials> Iterable<C> filter(Iterable<C> credentials, CredentialsMatcher matcher) {
        throw compileOnly();
    }

    public static <C extends Credentials> C firstOrNull(Iterable<C> credentials, CredentialsMatcher matcher) {
        throw compileOnly();
    }
}
