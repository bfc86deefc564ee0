package io.cerebro.bamboo.specs;

import java.math.BigDecimal;
import java.time.Duration;

/** A task about a canary, and the gate that judges it. What is left out comes from the realm. */
public abstract class GatedTask<T extends GatedTask<T>> extends DefinedTask<T> {
    GatedTask(String module, String... required) {
        super(module, required);
    }

    /** The canary's share of the traffic in stage partial, above 0 and up to 100. */
    public T percent(String text) {
        return with("percent", text);
    }

    /** The canary's share of the traffic in stage partial, above 0 and up to 100. */
    public T percent(double share) {
        return with(
                "percent",
                new BigDecimal(Double.toString(share)).stripTrailingZeros().toPlainString());
    }

    /** How many instances the canary has. Default: enough for its share. */
    public T canaryInstances(String text) {
        return with("canaryInstances", text);
    }

    /** How many instances the canary has. Default: enough for its share. */
    public T canaryInstances(int count) {
        return with("canaryInstances", Integer.toString(count));
    }

    /** How long a gate that does not know waits for a person, such as {@code 5m}. */
    public T hold(String text) {
        return with("hold", text);
    }

    /** How long a gate that does not know waits for a person. */
    public T hold(Duration duration) {
        return with("hold", duration);
    }

    /** A canary fails when it is shown to fail more of its requests than this, such as {@code 5 %}. */
    public T maxErrorRate(String text) {
        return with("maxErrorRate", text);
    }

    /** A canary fails when it is shown to fail more than so many times as often as the running version. */
    public T tolerance(String text) {
        return with("tolerance", text);
    }

    /** How likely a good canary may be failed, however often it is looked at, such as {@code 1 %}. */
    public T falseAlarms(String text) {
        return with("falseAlarms", text);
    }

    /** A canary passes when it is shown to fail less than so many times as often as the running version. */
    public T acceptedRatio(String text) {
        return with("acceptedRatio", text);
    }

    /** A canary passes, too, when it is shown to fail less than this share of its requests, such as {@code 0.5 %}. */
    public T acceptedErrorRate(String text) {
        return with("acceptedErrorRate", text);
    }

    /** Fewer failed requests than this never fail a canary. */
    public T minErrors(String text) {
        return with("minErrors", text);
    }

    /** Fewer requests than this are never enough to pass a canary. */
    public T minRequests(String text) {
        return with("minRequests", text);
    }

    /** A canary fails when it is shown to take longer than some bound more than so many times as often as the running version. */
    public T latencyTolerance(String text) {
        return with("latencyTolerance", text);
    }

    /** A canary passes only when it is shown to be slow less than so many times as often as the running version. */
    public T latencyAcceptedRatio(String text) {
        return with("latencyAcceptedRatio", text);
    }

    /** Slow is what takes longer than the running version does for this share of its requests, such as {@code 95 %}. */
    public T latencyQuantile(String text) {
        return with("latencyQuantile", text);
    }

    /** For how long nobody looks at how long requests take, after a canary has got its share of them, such as {@code 20s}. */
    public T latencyWarmUp(String text) {
        return with("latencyWarmUp", text);
    }

    /** A canary fails when so many of its tasks have ended by themselves, or have stopped answering their health check. */
    public T taskFailures(String text) {
        return with("taskFailures", text);
    }

    /** A canary fails when so many of its tasks have been killed for their memory. */
    public T killedForMemory(String text) {
        return with("killedForMemory", text);
    }

    /** URLs, separated by spaces, that are asked again and again with the canary header; three bad answers in a row fail it. */
    public T checks(String text) {
        return with("checks", text);
    }

    /** What becomes of a canary that could not be judged by the end: {@code hold}, {@code promote} or {@code rollback}. */
    public T onNotEnoughData(String choice) {
        return with("onNotEnoughData", choice);
    }
}
