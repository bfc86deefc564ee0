package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.marathon.AppId;
import java.util.List;

/** {@code /v2/deployments}: those that are open, and their end before time. */
final class DeploymentsResource implements Resource {
    private final Core core;
    private final AppView apps;

    DeploymentsResource(Core core) {
        this.core = core;
        this.apps = new AppView(core);
    }

    @Override
    public Reply answer(Call call) {
        List<String> rest = call.segments(2);
        if (rest.isEmpty() && call.method().equals("GET")) {
            return core.turns.look(this::list);
        }
        if (rest.size() == 1 && call.method().equals("DELETE")) {
            return core.turns.change(() -> cancel(rest.get(0), call.flag("force", false)));
        }
        throw METHOD_NOT_ALLOWED;
    }

    private Reply list() {
        ArrayNode all = Json.array();
        core.deployments.all().forEach(deployment -> all.add(view(deployment)));
        return Reply.ok(all);
    }

    private ObjectNode view(Deployment deployment) {
        Plan plan = deployment.plan;
        ObjectNode view = plan.view();
        view.set(
                "affectedApps",
                Json.texts(plan.affected().stream().map(AppId::path).toList()));
        view.putArray("affectedPods");
        ArrayNode actions = view.putArray("currentActions");
        deployment.actions().forEach(action -> {
            ObjectNode one = action.view();
            one.set("readinessCheckResults", apps.readiness(action.app()));
            actions.add(one);
        });
        return view.put("currentStep", deployment.stepNumber())
                .put("totalSteps", plan.steps().size());
    }

    /** By force it just stops where it is; otherwise a new deployment leads back. */
    private Reply cancel(String id, boolean force) {
        Deployment deployment = core.deployments
                .find(id)
                .orElseThrow(() -> Refusal.notFound("DeploymentPlan " + id + " does not exist"));
        if (force) {
            core.deployments.cancel(deployment);
            return Reply.empty(202);
        }
        return Reply.deployment(200, core.requests.rollback(deployment));
    }
}
