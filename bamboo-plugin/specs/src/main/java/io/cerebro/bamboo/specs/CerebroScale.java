package io.cerebro.bamboo.specs;

/** Cerebro: Scale. Gives a service more or fewer instances, and ends when they serve. */
public final class CerebroScale extends ServiceTask<CerebroScale> {
    public CerebroScale() {
        super("scale", "realm", "service", "instances");
    }

    /** How many it is to have, or a change of what there is: {@code +2}, {@code -1}, {@code x2}, {@code 150%}; must be given. */
    public CerebroScale instances(String text) {
        return with("instances", text);
    }

    /** How many it is to have. */
    public CerebroScale instances(int count) {
        return with("instances", Integer.toString(count));
    }

    /** Whether it may be scaled while a canary is beside it, which then grows with it. Default: no. */
    public CerebroScale duringRelease(boolean also) {
        return with("duringRelease", Boolean.toString(also));
    }
}
