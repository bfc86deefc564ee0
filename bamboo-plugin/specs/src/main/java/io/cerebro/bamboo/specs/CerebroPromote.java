package io.cerebro.bamboo.specs;

/** Cerebro: Promote. Makes the canary that is there the stable version. */
public final class CerebroPromote extends ServiceTask<CerebroPromote> {
    public CerebroPromote() {
        super("promote", "realm", "service");
    }
}
