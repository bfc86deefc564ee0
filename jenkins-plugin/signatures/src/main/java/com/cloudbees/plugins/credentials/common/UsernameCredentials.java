package com.cloudbees.plugins.credentials.common;

import static io.cerebro.signatures.Signatures.compileOnly;

import com.cloudbees.plugins.credentials.Credentials;

public interface UsernameCredentials extends Credentials {
    String getUsername();

    default boolean isUsernameSecret() {
        throw compileOnly();
    }
}
