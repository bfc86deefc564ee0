package io.jenkins.plugins.cerebro.realm;

import hudson.model.AbstractDescribableImpl;
import io.cerebro.realm.RouterAccess;

/** What turns a realm's apps into traffic; one kind for each router that Cerebro knows. */
public abstract class RouterConfiguration extends AbstractDescribableImpl<RouterConfiguration> {
    RouterConfiguration() {}

    /** @throws IllegalArgumentException that says what is wrong */
    abstract RouterAccess access(Logins logins);
}
