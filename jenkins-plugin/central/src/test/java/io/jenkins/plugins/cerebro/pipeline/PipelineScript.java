package io.jenkins.plugins.cerebro.pipeline;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.SerializableScript;
import java.util.Arrays;
import java.util.List;
import org.codehaus.groovy.runtime.InvokerHelper;

/** What a Jenkinsfile is compiled to: a name that it calls is a library's var, or else a step, which suspends the program. */
public abstract class PipelineScript extends SerializableScript {
    static final String ENGINE = "pipeline engine";
    private static final long serialVersionUID = 1;

    /** A step that the program waits for. */
    record Call(String step, List<Object> arguments) {}

    @Override
    public Object invokeMethod(String name, Object arguments) {
        PipelineScript var = ((Engine) getBinding().getVariable(ENGINE)).var(name);
        if (var != null) {
            return InvokerHelper.invokeMethod(var, "call", arguments);
        }
        return Continuable.suspend(name, new Call(name, Arrays.asList((Object[]) arguments)));
    }
}
