package io.jenkins.plugins.cerebro.realm;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.cerebro.realm.Realm;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A variable that app definitions may use in a realm. */
public final class VariableConfiguration extends AbstractDescribableImpl<VariableConfiguration> {
    private final @Nullable String name;
    private final @Nullable String value;

    @DataBoundConstructor
    public VariableConfiguration(@Nullable String name, @Nullable String value) {
        this.name = Text.given(name);
        this.value = value;
    }

    public String getName() {
        return Text.or(name, "");
    }

    public String getValue() {
        return value == null ? "" : value;
    }

    /** @throws IllegalArgumentException unless it is one */
    static String requireName(String name) {
        if (!Realm.isVariable(name)) {
            throw new IllegalArgumentException(
                    "a variable's name has letters, digits and '_', such as DOMAIN, unlike '" + name + "'");
        }
        return name;
    }

    /** Its form, and what is wrong in it. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<VariableConfiguration> {
        @Override
        public String getDisplayName() {
            return "Variable";
        }

        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return Check.required(value, VariableConfiguration::requireName);
        }
    }
}
