package org.jenkinsci.plugins.workflow.steps;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.util.List;

public class MissingContextVariableException extends Exception {
    private final Class<?> type;

    public MissingContextVariableException(Class<?> type, StepDescriptor d) {
        this.type = type;
    }

    public Class<?> getType() {
        return type;
    }

    public String getMessage() {
        return "Required context " + type + " is missing";
    }

    public List<StepDescriptor> getProviders() {
        throw compileOnly();
    }
}
