package io.cerebro.local.marathon;

/** How one kind of action is carried out: looked at again after every change, so that it survives a restart. */
interface Work {
    /** Does what can be done now. Says whether the action is done. */
    boolean advance(Deployment deployment, Action action);
}
