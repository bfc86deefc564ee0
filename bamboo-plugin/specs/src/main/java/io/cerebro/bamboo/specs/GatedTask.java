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

    /** A canary fails when more of its requests than this fail, such as {@code 5 %}. */
    public T maxErrorRate(String text) {
        return with("maxErrorRate", text);
    }

    /** A canary fails only when its error rate is also more than so many times that of the running version. */
    public T tolerance(String text) {
        return with("tolerance", text);
    }

    /** Fewer failed requests than this never fail a canary. */
    public T minErrors(String text) {
        return with("minErrors", text);
    }

    /** Fewer requests than this are not enough to judge a canary. */
    public T minRequests(String text) {
        return with("minRequests", text);
    }

    /** What becomes of a canary that has not had enough requests: {@code hold}, {@code promote} or {@code rollback}. */
    public T onNotEnoughData(String choice) {
        return with("onNotEnoughData", choice);
    }
}
