package com.cloudbees.plugins.credentials;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.model.ModelObject;
import java.io.Serializable;

public enum CredentialsScope implements Serializable {
    SYSTEM {
        public String getDisplayName() {
            throw compileOnly();
        }

        public boolean isVisible(ModelObject context) {
            throw compileOnly();
        }
    },
    GLOBAL {
        public String getDisplayName() {
            throw compileOnly();
        }

        public boolean isVisible(ModelObject context) {
            throw compileOnly();
        }
    },
    USER {
        public String getDisplayName() {
            throw compileOnly();
        }

        public boolean isVisible(ModelObject context) {
            throw compileOnly();
        }
    };

    public abstract String getDisplayName();

    public abstract boolean isVisible(ModelObject context);
}
