package io.jenkins.plugins.cerebro;

import hudson.model.Item;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import io.cerebro.document.Lines;
import io.cerebro.job.JobRequest;
import io.cerebro.marathon.AppId;
import io.cerebro.realm.Limits;
import io.cerebro.release.Overrides;
import io.cerebro.release.Settings;
import io.cerebro.release.Size;
import io.jenkins.plugins.cerebro.realm.CerebroConfiguration;
import java.util.Map;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;

/** What the steps' forms offer and check. */
final class Forms {
    private Forms() {}

    /** The realms' names, for who may configure the job, or look at its configuration. */
    static ComboBoxModel realms(@Nullable Item item) {
        boolean allowed = item == null
                ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                : item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(Item.CONFIGURE);
        return allowed ? new ComboBoxModel(CerebroConfiguration.get().names()) : new ComboBoxModel();
    }

    /** One of the fields that override a default. */
    static FormValidation override(String field, String value) {
        return check(value, () -> new Overrides(Map.of(field, value)).over(Settings.DEFAULT));
    }

    static FormValidation pairs(String field, String value) {
        return check(value, () -> Lines.pairs(field, value));
    }

    static FormValidation service(String value) {
        return check(value, () -> AppId.of(value));
    }

    static FormValidation size(String value) {
        return check(value, () -> Size.of(value, Limits.NONE));
    }

    static FormValidation within(String value) {
        return check(value, () -> JobRequest.within(value));
    }

    static FormValidation required(String value, String such) {
        return value.isBlank() ? FormValidation.error("is required, such as " + such) : FormValidation.ok();
    }

    /** What the environment fills in is known only when the build runs. */
    private static FormValidation check(String value, Runnable check) {
        if (value.isBlank() || value.contains("$")) {
            return FormValidation.ok();
        }
        try {
            check.run();
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }
}
