package shop;

import com.atlassian.bamboo.specs.api.BambooSpec;
import com.atlassian.bamboo.specs.api.builders.deployment.Deployment;
import com.atlassian.bamboo.specs.api.builders.deployment.Environment;
import com.atlassian.bamboo.specs.api.builders.deployment.ReleaseNaming;
import com.atlassian.bamboo.specs.api.builders.plan.Job;
import com.atlassian.bamboo.specs.api.builders.plan.Plan;
import com.atlassian.bamboo.specs.api.builders.plan.Stage;
import com.atlassian.bamboo.specs.api.builders.plan.artifact.Artifact;
import com.atlassian.bamboo.specs.api.builders.project.Project;
import com.atlassian.bamboo.specs.builders.task.ArtifactDownloaderTask;
import com.atlassian.bamboo.specs.builders.task.CleanWorkingDirectoryTask;
import com.atlassian.bamboo.specs.builders.task.DownloadItem;
import com.atlassian.bamboo.specs.builders.task.ScriptTask;
import com.atlassian.bamboo.specs.builders.task.VcsCheckoutTask;
import com.atlassian.bamboo.specs.util.BambooServer;
import io.cerebro.bamboo.specs.CerebroBuild;
import io.cerebro.bamboo.specs.CerebroCanaryIsolated;
import io.cerebro.bamboo.specs.CerebroCanaryPartial;
import io.cerebro.bamboo.specs.CerebroDeploy;
import io.cerebro.bamboo.specs.CerebroPlan;
import io.cerebro.bamboo.specs.CerebroPromote;
import io.cerebro.bamboo.specs.CerebroRollback;

/** The service orders: a plan that builds its image, and a deployment project that brings it to qa and through a canary to prod. */
@BambooSpec
public class OrdersSpec {
    private static final String DEFINITION = "app definition";

    public static void main(String[] args) {
        OrdersSpec orders = new OrdersSpec();
        BambooServer bamboo = new BambooServer("https://bamboo.example.com");
        bamboo.publish(orders.plan());
        bamboo.publish(orders.deployment());
    }

    public Plan plan() {
        return new Plan(new Project().key("SHOP").name("Shop"), "Orders", "ORDERS")
                .linkedRepositories("orders")
                .stages(new Stage("Build")
                        .jobs(new Job("Image", "IMAGE")
                                .tasks(
                                        new VcsCheckoutTask().addCheckoutOfDefaultRepository(),
                                        new CerebroBuild()
                                                .description("Build the image and push it")
                                                .realm("prod")
                                                .name("shop/orders")
                                                .buildArgs("REVISION=${bamboo.planRepository.revision}"),
                                        new CerebroPlan()
                                                .description("What a release to prod would change")
                                                .realm("prod"))
                                .artifacts(new Artifact(DEFINITION)
                                        .copyPattern("marathon*.yaml")
                                        .shared(true)
                                        .required())));
    }

    public Deployment deployment() {
        return new Deployment(plan().getIdentifier(), "Orders")
                .releaseNaming(new ReleaseNaming("release-1").autoIncrement(true))
                .environments(qa(), prod());
    }

    private static Environment qa() {
        return new Environment("qa")
                .tasks(
                        new CleanWorkingDirectoryTask(),
                        definition(),
                        new CerebroDeploy().description("Deploy to qa").realm("qa"));
    }

    private static Environment prod() {
        return new Environment("prod")
                .tasks(
                        new CleanWorkingDirectoryTask(),
                        definition(),
                        new CerebroCanaryIsolated()
                                .description("Canary isolated")
                                .realm("prod"),
                        new ScriptTask()
                                .description("Smoke test of the canary")
                                .inlineBody("curl --fail --header 'X-Canary: orders' https://shop.example.com/orders/health"),
                        new CerebroCanaryPartial()
                                .description("Canary partial")
                                .realm("prod")
                                .percent(10)
                                .bake("5m")
                                .maxErrorRate("2 %"),
                        new CerebroPromote().description("To full").realm("prod").service("/orders"))
                .finalTasks(new CerebroRollback()
                        .description("Take away what a stopped release has left")
                        .realm("prod")
                        .service("/orders"));
    }

    private static ArtifactDownloaderTask definition() {
        return new ArtifactDownloaderTask()
                .description("The app definition of this release")
                .artifacts(new DownloadItem().artifact(DEFINITION));
    }
}
