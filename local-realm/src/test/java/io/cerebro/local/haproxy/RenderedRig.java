package io.cerebro.local.haproxy;

/** One whose HAProxies a daemon renders, which can go wrong in every way. */
interface RenderedRig extends Rig {
    /** From now on the daemon answers as ever and renders nothing. */
    void idle() throws Exception;

    /** From now on it renders shares as they are now. */
    void old() throws Exception;

    /** It is down. */
    void stopDaemon();

    /** What a share is asked of it by: {@code GET http://127.0.0.1:8000/api/services}. */
    String request();

    /** From now on what it renders has a rule, of another service, that HAProxy refuses. */
    void spoil(Instance another) throws Exception;

    Pair balancers();
}
