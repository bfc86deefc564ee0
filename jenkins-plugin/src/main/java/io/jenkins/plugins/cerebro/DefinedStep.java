package io.jenkins.plugins.cerebro;

import hudson.util.FormValidation;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A step that releases a version: its app definition, and what is put into it. */
public abstract class DefinedStep extends RealmStep {
    private @Nullable String file;
    private @Nullable String definition;
    private @Nullable String plan;
    private @Nullable String image;
    private @Nullable String variables;

    DefinedStep(@Nullable String realm) {
        super(realm);
    }

    public @Nullable String getFile() {
        return file;
    }

    @DataBoundSetter
    public void setFile(@Nullable String file) {
        this.file = Fields.orNull(file);
    }

    public @Nullable String getDefinition() {
        return definition;
    }

    @DataBoundSetter
    public void setDefinition(@Nullable String definition) {
        this.definition = Fields.orNull(definition);
    }

    public @Nullable String getPlan() {
        return plan;
    }

    @DataBoundSetter
    public void setPlan(@Nullable String plan) {
        this.plan = Fields.orNull(plan);
    }

    public @Nullable String getImage() {
        return image;
    }

    @DataBoundSetter
    public void setImage(@Nullable String image) {
        this.image = Fields.orNull(image);
    }

    public @Nullable String getVariables() {
        return variables;
    }

    @DataBoundSetter
    public void setVariables(@Nullable String variables) {
        this.variables = Fields.orNull(variables);
    }

    @Override
    Fields fields() {
        return super.fields()
                .with("file", file)
                .with("definition", definition)
                .with("plan", plan)
                .with("image", image)
                .with("variables", variables);
    }

    /** What the forms of these steps check. */
    abstract static class DefinedStepDescriptor extends RealmStepDescriptor {
        @POST
        public FormValidation doCheckVariables(@QueryParameter String value) {
            return Forms.pairs("variables", value);
        }
    }
}
