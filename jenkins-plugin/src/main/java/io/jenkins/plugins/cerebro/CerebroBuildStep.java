package io.jenkins.plugins.cerebro;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import io.cerebro.release.Goal;
import io.jenkins.plugins.cerebro.release.BuildExecution;
import io.jenkins.plugins.cerebro.release.Request;
import java.io.IOException;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code cerebroBuild}: builds and pushes an image on the agent, and gives it pinned by its digest. */
public final class CerebroBuildStep extends Step {
    private final String realm;
    private final String name;
    private @Nullable String tag;
    private @Nullable String context;
    private @Nullable String dockerfile;
    private @Nullable String buildArgs;
    private @Nullable String labels;
    private @Nullable String target;
    private @Nullable String platform;
    private @Nullable String cacheFrom;
    private boolean pull;
    private boolean noCache;

    @DataBoundConstructor
    public CerebroBuildStep(@Nullable String realm, @Nullable String name) {
        this.realm = realm == null ? "" : realm;
        this.name = name == null ? "" : name;
    }

    public String getRealm() {
        return realm;
    }

    public String getName() {
        return name;
    }

    public @Nullable String getTag() {
        return tag;
    }

    @DataBoundSetter
    public void setTag(@Nullable String tag) {
        this.tag = Fields.orNull(tag);
    }

    public @Nullable String getContext() {
        return context;
    }

    @DataBoundSetter
    public void setContext(@Nullable String context) {
        this.context = Fields.orNull(context);
    }

    public @Nullable String getDockerfile() {
        return dockerfile;
    }

    @DataBoundSetter
    public void setDockerfile(@Nullable String dockerfile) {
        this.dockerfile = Fields.orNull(dockerfile);
    }

    public @Nullable String getBuildArgs() {
        return buildArgs;
    }

    @DataBoundSetter
    public void setBuildArgs(@Nullable String buildArgs) {
        this.buildArgs = Fields.orNull(buildArgs);
    }

    public @Nullable String getLabels() {
        return labels;
    }

    @DataBoundSetter
    public void setLabels(@Nullable String labels) {
        this.labels = Fields.orNull(labels);
    }

    public @Nullable String getTarget() {
        return target;
    }

    @DataBoundSetter
    public void setTarget(@Nullable String target) {
        this.target = Fields.orNull(target);
    }

    public @Nullable String getPlatform() {
        return platform;
    }

    @DataBoundSetter
    public void setPlatform(@Nullable String platform) {
        this.platform = Fields.orNull(platform);
    }

    public @Nullable String getCacheFrom() {
        return cacheFrom;
    }

    @DataBoundSetter
    public void setCacheFrom(@Nullable String cacheFrom) {
        this.cacheFrom = Fields.orNull(cacheFrom);
    }

    public boolean isPull() {
        return pull;
    }

    @DataBoundSetter
    public void setPull(boolean pull) {
        this.pull = pull;
    }

    public boolean isNoCache() {
        return noCache;
    }

    @DataBoundSetter
    public void setNoCache(boolean noCache) {
        this.noCache = noCache;
    }

    @Override
    public StepExecution start(StepContext step) throws IOException, InterruptedException {
        Fields fields = new Fields()
                .with("realm", realm)
                .with("name", name)
                .with("tag", tag)
                .with("context", context)
                .with("dockerfile", dockerfile)
                .with("buildArgs", buildArgs)
                .with("labels", labels)
                .with("target", target)
                .with("platform", platform)
                .with("cacheFrom", cacheFrom)
                .with("pull", pull)
                .with("noCache", noCache);
        return new BuildExecution(step, Request.of(Goal.DEPLOY, fields.texts(), step.get(EnvVars.class)));
    }

    /** Of {@code cerebroBuild}. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "cerebroBuild";
        }

        @Override
        public String getDisplayName() {
            return "Cerebro: Build image";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, EnvVars.class, FilePath.class, Launcher.class);
        }

        @POST
        public ComboBoxModel doFillRealmItems(@AncestorInPath @Nullable Item item) {
            return Forms.realms(item);
        }

        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return Forms.required(value, "shop/orders");
        }

        @POST
        public FormValidation doCheckBuildArgs(@QueryParameter String value) {
            return Forms.pairs("buildArgs", value);
        }

        @POST
        public FormValidation doCheckLabels(@QueryParameter String value) {
            return Forms.pairs("labels", value);
        }
    }
}
