package io.jenkins.plugins.cerebro.realm;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.cerebro.document.Amounts;
import io.cerebro.realm.LockPolicy;
import io.cerebro.realm.Realm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * One realm, as it has been typed in or read from a file; texts are kept as they are, and judged when a realm is made of them.
 * A part that says nothing is not kept, so that form, file and export agree.
 */
public final class RealmConfiguration extends AbstractDescribableImpl<RealmConfiguration> {
    private final @Nullable String name;
    private @Nullable MarathonConfiguration marathon;
    private @Nullable RegistryConfiguration registry;
    private @Nullable RouterConfiguration router;
    private @Nullable LimitsConfiguration limits;
    private @Nullable List<VariableConfiguration> variables;
    private @Nullable List<VariableConfiguration> environment;
    private @Nullable SyslogConfiguration syslog;
    private @Nullable String outside;
    private @Nullable String locks;
    private @Nullable StagesConfiguration stages;
    private @Nullable String canaryInstances;
    private @Nullable TimeoutsConfiguration timeouts;
    private @Nullable GateConfiguration gate;
    private @Nullable String sources;
    private @Nullable String chronos;
    private @Nullable MesosConfiguration mesos;
    private @Nullable AuditConfiguration audit;
    private @Nullable NewRelicConfiguration newRelic;
    private @Nullable String webhookCredentialsId;

    @DataBoundConstructor
    public RealmConfiguration(@Nullable String name) {
        this.name = Text.given(name);
    }

    public String getName() {
        return Text.or(name, "");
    }

    public @Nullable MarathonConfiguration getMarathon() {
        return marathon;
    }

    @DataBoundSetter
    public void setMarathon(@Nullable MarathonConfiguration marathon) {
        this.marathon = marathon;
    }

    public @Nullable RegistryConfiguration getRegistry() {
        return registry;
    }

    @DataBoundSetter
    public void setRegistry(@Nullable RegistryConfiguration registry) {
        this.registry = registry;
    }

    public @Nullable RouterConfiguration getRouter() {
        return router;
    }

    @DataBoundSetter
    public void setRouter(@Nullable RouterConfiguration router) {
        this.router = router;
    }

    public @Nullable LimitsConfiguration getLimits() {
        return limits;
    }

    @DataBoundSetter
    public void setLimits(@Nullable LimitsConfiguration limits) {
        this.limits = limits == null || limits.nothing() ? null : limits;
    }

    public List<VariableConfiguration> getVariables() {
        return variables == null
                ? List.of()
                : variables.stream().filter(Objects::nonNull).toList();
    }

    @DataBoundSetter
    public void setVariables(@Nullable List<VariableConfiguration> variables) {
        this.variables = variables == null || variables.isEmpty() ? null : new ArrayList<>(variables);
    }

    public List<VariableConfiguration> getEnvironment() {
        return environment == null
                ? List.of()
                : environment.stream().filter(Objects::nonNull).toList();
    }

    @DataBoundSetter
    public void setEnvironment(@Nullable List<VariableConfiguration> environment) {
        this.environment = environment == null || environment.isEmpty() ? null : new ArrayList<>(environment);
    }

    public @Nullable SyslogConfiguration getSyslog() {
        return syslog;
    }

    @DataBoundSetter
    public void setSyslog(@Nullable SyslogConfiguration syslog) {
        this.syslog = syslog == null || syslog.nothing() ? null : syslog;
    }

    public @Nullable String getOutside() {
        return outside;
    }

    @DataBoundSetter
    public void setOutside(@Nullable String outside) {
        this.outside = Text.given(outside);
    }

    public @Nullable String getLocks() {
        return locks;
    }

    @DataBoundSetter
    public void setLocks(@Nullable String locks) {
        this.locks = Text.given(locks);
    }

    public @Nullable StagesConfiguration getStages() {
        return stages;
    }

    @DataBoundSetter
    public void setStages(@Nullable StagesConfiguration stages) {
        this.stages = stages == null || stages.overrides().isEmpty() ? null : stages;
    }

    public @Nullable String getCanaryInstances() {
        return canaryInstances;
    }

    @DataBoundSetter
    public void setCanaryInstances(@Nullable String canaryInstances) {
        this.canaryInstances = Text.given(canaryInstances);
    }

    public @Nullable TimeoutsConfiguration getTimeouts() {
        return timeouts;
    }

    @DataBoundSetter
    public void setTimeouts(@Nullable TimeoutsConfiguration timeouts) {
        this.timeouts = timeouts == null || timeouts.overrides().isEmpty() ? null : timeouts;
    }

    public @Nullable GateConfiguration getGate() {
        return gate;
    }

    @DataBoundSetter
    public void setGate(@Nullable GateConfiguration gate) {
        this.gate = gate == null || gate.overrides().isEmpty() ? null : gate;
    }

    public @Nullable String getSources() {
        return sources;
    }

    @DataBoundSetter
    public void setSources(@Nullable String sources) {
        this.sources = Text.given(sources);
    }

    public @Nullable String getChronos() {
        return chronos;
    }

    @DataBoundSetter
    public void setChronos(@Nullable String chronos) {
        this.chronos = Text.given(chronos);
    }

    public @Nullable MesosConfiguration getMesos() {
        return mesos;
    }

    @DataBoundSetter
    public void setMesos(@Nullable MesosConfiguration mesos) {
        this.mesos = mesos == null || mesos.nothing() ? null : mesos;
    }

    public @Nullable AuditConfiguration getAudit() {
        return audit;
    }

    @DataBoundSetter
    public void setAudit(@Nullable AuditConfiguration audit) {
        this.audit = audit == null || audit.nothing() ? null : audit;
    }

    public @Nullable NewRelicConfiguration getNewRelic() {
        return newRelic;
    }

    @DataBoundSetter
    public void setNewRelic(@Nullable NewRelicConfiguration newRelic) {
        this.newRelic = newRelic == null || newRelic.nothing() ? null : newRelic;
    }

    public @Nullable String getWebhookCredentialsId() {
        return webhookCredentialsId;
    }

    @DataBoundSetter
    public void setWebhookCredentialsId(@Nullable String webhookCredentialsId) {
        this.webhookCredentialsId = Text.given(webhookCredentialsId);
    }

    /** What it changes of Cerebro's own defaults. */
    Map<String, String> overrides() {
        Map<String, String> overrides = new HashMap<>();
        if (canaryInstances != null) {
            overrides.put("canaryInstances", canaryInstances);
        }
        if (stages != null) {
            overrides.putAll(stages.overrides());
        }
        if (timeouts != null) {
            overrides.putAll(timeouts.overrides());
        }
        if (gate != null) {
            overrides.putAll(gate.overrides());
        }
        return overrides;
    }

    /** @throws IllegalArgumentException unless it is one */
    static void requireName(String name) {
        if (!Realm.isName(name)) {
            throw new IllegalArgumentException("a realm's name has up to 32 lower-case letters, digits and '-', such as"
                    + " prod, unlike '" + name + "'");
        }
    }

    /** @throws IllegalArgumentException that says what is allowed */
    static LockPolicy locks(String text) {
        return Amounts.choice(LockPolicy.class, text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "locks must be one of " + Amounts.names(LockPolicy.class) + ", but is '" + text + "'"));
    }

    /** Its form, and what is wrong in it. */
    @Extension
    public static final class DescriptorImpl extends Defaults<RealmConfiguration> {
        @Override
        public String getDisplayName() {
            return "Realm";
        }

        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return Check.required(value, RealmConfiguration::requireName);
        }

        @POST
        public FormValidation doCheckLocks(@QueryParameter String value) {
            return Check.optional(value, RealmConfiguration::locks);
        }

        @POST
        public FormValidation doCheckOutside(@QueryParameter String value) {
            return Check.optional(value, text -> YamlParts.outside("", text));
        }

        @POST
        public FormValidation doCheckSources(@QueryParameter String value) {
            return Check.optional(value, text -> YamlParts.sources("", text, new Logins(Wallet.ofJenkins())));
        }

        /** Asks the sources of the form, saved or not, for a service. */
        @POST
        public FormValidation doTestSources(@QueryParameter String sources, @QueryParameter String testedService) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return Check.sources(
                    () -> YamlParts.sources("", Text.or(sources, "[]"), new Logins(Wallet.ofJenkins())), testedService);
        }

        @POST
        public FormValidation doCheckChronos(@QueryParameter String value) {
            return Check.optional(value, text -> YamlParts.chronos("", text, new Logins(Wallet.ofJenkins())));
        }

        @POST
        public ListBoxModel doFillWebhookCredentialsIdItems(@QueryParameter String webhookCredentialsId) {
            return CredentialsChoice.of(webhookCredentialsId, "", StringCredentials.class);
        }

        @POST
        public FormValidation doCheckWebhookCredentialsId(@QueryParameter String value) {
            return CredentialsChoice.check(value, "");
        }

        @POST
        public FormValidation doCheckCanaryInstances(@QueryParameter String value) {
            return Check.override("canaryInstances", value);
        }
    }
}
