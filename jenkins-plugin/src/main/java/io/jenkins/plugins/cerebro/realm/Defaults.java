package io.jenkins.plugins.cerebro.realm;

import hudson.model.Describable;
import hudson.model.Descriptor;
import io.cerebro.release.Overrides;
import io.cerebro.release.Settings;
import java.util.Map;

/** A descriptor whose form shows in every empty field what holds when it is left empty. */
public abstract class Defaults<T extends Describable<T>> extends Descriptor<T> {
    Defaults() {}

    /** By field name. */
    public Map<String, String> getDefaults() {
        return Overrides.of(Settings.DEFAULT).fields();
    }
}
