package org.jenkinsci.plugins.workflow.flow;

import static io.cerebro.signatures.Signatures.compileOnly;

import java.io.IOException;

public abstract class FlowExecution {
    public abstract FlowExecutionOwner getOwner();

    public String getUrl() throws IOException {
        throw compileOnly();
    }

    public boolean isComplete() {
        throw compileOnly();
    }
}
