package io.jenkins.plugins.cerebro.realm;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.cerebro.realm.Limits;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The most that a service may ask for in a realm; a field left empty limits nothing. */
public final class LimitsConfiguration extends AbstractDescribableImpl<LimitsConfiguration> {
    private @Nullable String cpus;
    private @Nullable String mem;
    private @Nullable String instances;

    @DataBoundConstructor
    public LimitsConfiguration() {}

    public @Nullable String getCpus() {
        return cpus;
    }

    @DataBoundSetter
    public void setCpus(@Nullable String cpus) {
        this.cpus = Text.given(cpus);
    }

    public @Nullable String getMem() {
        return mem;
    }

    @DataBoundSetter
    public void setMem(@Nullable String mem) {
        this.mem = Text.given(mem);
    }

    public @Nullable String getInstances() {
        return instances;
    }

    @DataBoundSetter
    public void setInstances(@Nullable String instances) {
        this.instances = Text.given(instances);
    }

    boolean nothing() {
        return cpus == null && mem == null && instances == null;
    }

    /** @throws IllegalArgumentException that names the field and what is allowed in it */
    Limits limits() {
        return new Limits(
                or(cpus, LimitsConfiguration::cpus, Limits.NONE.cpus()),
                or(mem, LimitsConfiguration::mem, Limits.NONE.mem()),
                or(instances, LimitsConfiguration::instances, Limits.NONE.instances()));
    }

    private static <T> T or(@Nullable String text, Function<String, T> parse, T otherwise) {
        return text == null ? otherwise : parse.apply(text);
    }

    private static double cpus(String text) {
        return number("cpus", "a number above 0, such as 0.5", text);
    }

    private static double mem(String text) {
        return number("mem", "a number of megabytes above 0, such as 4096", text);
    }

    private static double number(String field, String allowed, String text) {
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?") || Double.parseDouble(text) == 0) {
            throw new IllegalArgumentException(field + " must be " + allowed + ", but is '" + text + "'");
        }
        return Double.parseDouble(text);
    }

    private static int instances(String text) {
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException("instances must be a whole number from 1, but is '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    /** Its form, and what is wrong in it. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<LimitsConfiguration> {
        @Override
        public String getDisplayName() {
            return "Limits";
        }

        @POST
        public FormValidation doCheckCpus(@QueryParameter String value) {
            return Check.optional(value, LimitsConfiguration::cpus);
        }

        @POST
        public FormValidation doCheckMem(@QueryParameter String value) {
            return Check.optional(value, LimitsConfiguration::mem);
        }

        @POST
        public FormValidation doCheckInstances(@QueryParameter String value) {
            return Check.optional(value, LimitsConfiguration::instances);
        }
    }
}
