package io.cerebro.bamboo.specs;

/** Cerebro: Deploy. Rolling, without a canary. */
public final class CerebroDeploy extends DefinedTask<CerebroDeploy> {
    public CerebroDeploy() {
        super("deploy", "realm");
    }
}
