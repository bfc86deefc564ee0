package io.jenkins.plugins.cerebro.release;

/**
 * Lets a step be called with a body or without one.
 *
 * <p>Pipeline's DSL asks a descriptor whether its step takes a body twice: when it takes a call apart, where a yes lets a body
 * through, and, of a call without a body, once more in {@code invokeStep}, where a yes is an error. So the answer depends on who
 * asks (workflow-cps 4255, {@code DSL.java}). Should that change, a body becomes required.
 */
public final class OptionalBody {
    private static final String DSL = "org.jenkinsci.plugins.workflow.cps.DSL";
    private static final StackWalker STACK = StackWalker.getInstance();

    private OptionalBody() {}

    /** What a descriptor's {@code takesImplicitBlockArgument} answers. */
    public static boolean allowed() {
        return !STACK.walk(frames -> frames.skip(2).findFirst())
                .filter(caller -> caller.getClassName().equals(DSL))
                .filter(caller -> caller.getMethodName().equals("invokeStep"))
                .isPresent();
    }
}
