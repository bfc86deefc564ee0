package io.cerebro.local.haproxy;

/** One whose HAProxies a daemon renders, which can go wrong in every way. */
interface RenderedRig extends Rig {
    /** From now on the daemon answers as ever and renders nothing. */
    void idle() throws Exception;

    /** From now on it renders shares as they are now. */
    void old() throws Exception;

    /** From now on what it renders has a rule, of another service, that HAProxy refuses. */
    void spoil(Instance another) throws Exception;

    Pair balancers();
}
