package org.jenkinsci.plugins.workflow.cps;

import io.jenkins.plugins.cerebro.CerebroCanaryStep;

/** As Pipeline's: two of its methods ask a step's descriptor whether the step takes a body. */
public final class DSL {
    private DSL() {}

    public static boolean parseArgs(CerebroCanaryStep.DescriptorImpl step) {
        return step.takesImplicitBlockArgument();
    }

    public static boolean invokeStep(CerebroCanaryStep.DescriptorImpl step) {
        return step.takesImplicitBlockArgument();
    }
}
