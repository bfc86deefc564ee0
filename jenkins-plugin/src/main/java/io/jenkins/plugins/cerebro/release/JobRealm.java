package io.jenkins.plugins.cerebro.release;

import hudson.model.Run;
import io.cerebro.job.JobWorld;
import io.cerebro.realm.Realm;
import io.jenkins.plugins.cerebro.realm.CerebroConfiguration;

/** A realm, and what its jobs are looked at with. */
record JobRealm(Realm realm, JobWorld world) {
    /**
     * One of this Jenkins's, reached with what the build may use.
     *
     * @throws io.cerebro.realm.RealmsException if there is none of this name, it has no Chronos, or cannot be reached as it is
     *     configured
     */
    static JobRealm to(Run<?, ?> run, String realm) {
        Realm configured = CerebroConfiguration.get().realm(realm, run);
        return new JobRealm(configured, JobWorld.of(configured));
    }
}
