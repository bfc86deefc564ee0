package io.jenkins.plugins.cerebro.release;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.cerebro.definition.DefinitionException;
import io.cerebro.http.Unreachable;
import io.cerebro.marathon.AppDefinition;
import io.cerebro.marathon.MarathonException;
import io.cerebro.realm.Realm;
import io.cerebro.realm.RealmsException;
import io.cerebro.release.Plan;
import io.cerebro.release.RealmConnection;
import io.cerebro.release.RealmConnections.Loan;
import io.cerebro.release.Release;
import io.jenkins.plugins.cerebro.CerebroPermissions;
import io.jenkins.plugins.cerebro.realm.CerebroConfiguration;
import io.jenkins.plugins.cerebro.realm.Connections;
import java.io.IOException;
import java.time.Instant;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;

/** Plans: a few requests that change nothing. */
public final class PlanExecution extends SynchronousNonBlockingStepExecution<String> {
    private static final long serialVersionUID = 1;

    private final transient Request request;

    public PlanExecution(StepContext context, Request request) {
        super(context);
        this.request = request;
    }

    @Override
    protected String run() throws Exception {
        try {
            Run<?, ?> run = getContext().get(Run.class);
            CerebroPermissions.check(run);
            return plan(run);
        } catch (RealmsException | DefinitionException | Unreachable | MarathonException | IllegalArgumentException e) {
            throw new AbortException(e.getMessage());
        }
    }

    private String plan(Run<?, ?> run) throws IOException, InterruptedException {
        Realm realm = CerebroConfiguration.get().realm(request.required("realm", "prod"), run);
        AppDefinition definition =
                new Definitions(request, realm).find(run, getContext().get(FilePath.class));
        try (Loan loan = Connections.borrow(realm)) {
            RealmConnection connection = loan.connection();
            Release release = Release.of(
                            definition,
                            request.goal(),
                            request.overrides().over(connection.settings()),
                            By.of(run),
                            Instant.now())
                    .from(Origin.of(run, request));
            TaskListener listener = getContext().get(TaskListener.class);
            Plan.of(release, connection.world())
                    .lines()
                    .forEach(line -> listener.getLogger().println("[Cerebro] " + line));
        }
        return Plans.of(run).keep(new Plans.Kept(realm.name(), definition));
    }
}
