package org.jenkinsci.plugins.workflow.steps;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.util.List;

public class MissingContextVariableException extends Exception {
    public MissingContextVariableException(Class<?> type, StepDescriptor d) {}

    public Class<?> getType() {
        throw compileOnly();
    }

    public String getMessage() {
        throw compileOnly();
    }

    public List<StepDescriptor> getProviders() {
        throw compileOnly();
    }
}
