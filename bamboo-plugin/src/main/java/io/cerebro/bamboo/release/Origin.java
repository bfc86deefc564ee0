package io.cerebro.bamboo.release;

import com.atlassian.bamboo.deployments.execution.DeploymentContext;
import com.atlassian.bamboo.deployments.execution.DeploymentTaskContext;
import com.atlassian.bamboo.task.CommonTaskContext;
import io.cerebro.bamboo.realm.Variables;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which build or deployment a task belongs to.
 *
 * @param name for people
 * @param user who started it; empty where nobody did
 * @param url of its page; empty where Bamboo does not say
 * @param commit of the plan's first repository; empty where it has none
 */
record Origin(String name, Optional<String> user, Optional<String> url, Optional<String> commit) {
    static Origin of(CommonTaskContext context) {
        Variables variables = Variables.of(context.getCommonContext());
        return new Origin(
                name(context),
                first(variables, "ManualBuildTriggerReason.userName", "deploy.userName"),
                first(variables, "buildResultsUrl", "resultsUrl").filter(url -> url.matches("(?i)https?://[^@\\s]+")),
                first(variables, "planRepository.revision", "planRepository.1.revision"));
    }

    private static Optional<String> first(Variables variables, String... names) {
        return Stream.of(names).flatMap(name -> variables.get(name).stream()).findFirst();
    }

    private static String name(CommonTaskContext context) {
        return context instanceof DeploymentTaskContext deployment ? deployed(deployment) : built(context);
    }

    private static String built(CommonTaskContext context) {
        return context.getCommonContext().getDisplayName() + " ("
                + context.getCommonContext().getResultKey().getKey() + ")";
    }

    /** Most of a deployment's context was not read in the latest versions' documentation. */
    private static String deployed(DeploymentTaskContext task) {
        try {
            DeploymentContext deployment = task.getDeploymentContext();
            return deployment.getDeploymentProjectName() + " to " + deployment.getEnvironmentName() + ", "
                    + deployment.getDeploymentVersion().getName();
        } catch (LinkageError e) {
            return built(task);
        }
    }

    /** {@code Shop - Orders - #12 (SHOP-ORD-12), started by alice}. */
    String by() {
        return user.map(who -> name + ", started by " + who).orElse(name);
    }
}
