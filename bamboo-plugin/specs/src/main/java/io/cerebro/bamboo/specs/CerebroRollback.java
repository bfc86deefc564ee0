package io.cerebro.bamboo.specs;

/** Cerebro: Roll back. Back to what ran before, whatever is under way. As a final task it finishes what a stopped build has left. */
public final class CerebroRollback extends ServiceTask<CerebroRollback> {
    public CerebroRollback() {
        super("rollback", "realm", "service");
    }
}
