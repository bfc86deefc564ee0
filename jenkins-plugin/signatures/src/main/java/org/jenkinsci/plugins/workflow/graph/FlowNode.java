package org.jenkinsci.plugins.workflow.graph;

import static io.cerebro.signatures.Signatures.compileOnly;

import hudson.model.Actionable;
import hudson.model.Saveable;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

public abstract class FlowNode extends Actionable implements Saveable {
    protected FlowNode(FlowExecution exec, String id, List<FlowNode> parents) {}

    protected FlowNode(FlowExecution exec, String id, FlowNode... parents) {}

    public final boolean isActive() {
        throw compileOnly();
    }

    public FlowExecution getExecution() {
        throw compileOnly();
    }

    public String getId() {
        throw compileOnly();
    }

    public String getDisplayName() {
        throw compileOnly();
    }

    public String getUrl() throws IOException {
        throw compileOnly();
    }

    public void save() throws IOException {
        throw compileOnly();
    }
}
