package io.jenkins.plugins.cerebro.release;

import hudson.AbortException;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.cerebro.document.Lines;
import io.cerebro.image.BuildOptions;
import io.cerebro.image.Docker;
import io.cerebro.image.ImageBuild;
import io.cerebro.image.ImageException;
import io.cerebro.image.ImageName;
import io.cerebro.image.Provenance;
import io.cerebro.realm.Realm;
import io.cerebro.realm.RealmsException;
import io.cerebro.realm.Registry;
import io.cerebro.release.Source;
import io.jenkins.plugins.cerebro.CerebroPermissions;
import io.jenkins.plugins.cerebro.realm.CerebroConfiguration;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;

/** Builds and pushes an image where the workspace is. Like every build it needs its agent, and ends with Jenkins. */
public final class BuildExecution extends SynchronousNonBlockingStepExecution<String> {
    private static final long serialVersionUID = 1;

    private final transient Request request;

    public BuildExecution(StepContext context, Request request) {
        super(context);
        this.request = request;
    }

    @Override
    protected String run() throws Exception {
        try {
            Run<?, ?> run = getContext().get(Run.class);
            CerebroPermissions.check(run);
            return publish(run);
        } catch (RealmsException | ImageException | IllegalArgumentException e) {
            throw new AbortException(e.getMessage());
        }
    }

    private String publish(Run<?, ?> run) throws Exception {
        String name = request.required("realm", "prod");
        Realm realm = CerebroConfiguration.get().realm(name, run);
        Registry registry = realm.registry()
                .orElseThrow(() -> new IllegalArgumentException(
                        "realm " + name + " has no registry to push to: add one in Manage Jenkins, System, Cerebro"));
        FilePath workspace = getContext().get(FilePath.class);
        TaskListener listener = getContext().get(TaskListener.class);
        LaunchedCommands commands = new LaunchedCommands(getContext().get(Launcher.class), workspace);
        String image = new Docker(commands, Path.of(workspace.getRemote()))
                .publish(
                        build(registry, run),
                        registry.login(),
                        line -> listener.getLogger().println(line))
                .toString();
        listener.getLogger().println("[Cerebro] pushed " + image);
        return image;
    }

    private ImageBuild build(Registry registry, Run<?, ?> run) {
        String tag = request.text("tag").orElse(Integer.toString(run.getNumber()));
        return new ImageBuild(
                Path.of(request.text("context").orElse(".")),
                Path.of(request.text("dockerfile").orElse("Dockerfile")),
                ImageName.of(registry.image(request.required("name", "shop/orders"))),
                tag,
                options(run, tag));
    }

    private BuildOptions options(Run<?, ?> run, String tag) {
        Source source = Origin.of(run, request);
        Provenance provenance =
                new Provenance(Instant.now(), Optional.empty(), source.commit(), Optional.of(tag), source.build());
        return new BuildOptions(
                        Lines.pairs("buildArgs", request.text("buildArgs").orElse("")),
                        Map.of(),
                        Lines.pairs("labels", request.text("labels").orElse("")),
                        Lines.of(request.text("cacheFrom").orElse("")),
                        request.text("target"),
                        request.text("platform"),
                        given("pull"),
                        given("noCache"))
                .with(provenance);
    }

    private boolean given(String field) {
        return request.text(field).filter(Boolean::parseBoolean).isPresent();
    }
}
