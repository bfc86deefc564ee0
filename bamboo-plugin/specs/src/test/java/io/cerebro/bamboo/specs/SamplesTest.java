package io.cerebro.bamboo.specs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.bamboo.specs.api.builders.EntityPropertiesBuilder;
import com.atlassian.bamboo.specs.api.builders.deployment.Deployment;
import com.atlassian.bamboo.specs.api.builders.plan.Plan;
import com.atlassian.bamboo.specs.api.model.AtlassianModuleProperties;
import com.atlassian.bamboo.specs.api.model.deployment.DeploymentProperties;
import com.atlassian.bamboo.specs.api.model.plan.PlanProperties;
import com.atlassian.bamboo.specs.api.model.task.AnyTaskProperties;
import com.atlassian.bamboo.specs.api.model.task.TaskProperties;
import com.atlassian.bamboo.specs.api.util.EntityPropertiesBuilders;
import com.atlassian.bamboo.specs.util.BambooSpecSerializer;
import io.cerebro.bamboo.task.TaskKind;
import io.cerebro.bamboo.task.TaskSettings;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The samples of the guide: both say the same, and the plugin reads it. */
class SamplesTest {
    private static final Path GUIDE = Path.of("../../docs/bamboo");

    @Test
    void dumpsThePlanAndTheDeploymentProject(@TempDir Path classes) throws Exception {
        Object orders = orders(classes);

        String plan = BambooSpecSerializer.dump((Plan) call(orders, "plan"));
        String deployment = BambooSpecSerializer.dump((Deployment) call(orders, "deployment"));

        assertThat(plan)
                .contains("!!com.atlassian.bamboo.specs.api.model.task.AnyTaskProperties")
                .contains("completeModuleKey: io.cerebro.bamboo-plugin:build")
                .contains("name: shop/orders")
                .contains("specModelVersion: 9.2.1");
        assertThat(deployment)
                .contains("completeModuleKey: io.cerebro.bamboo-plugin:canary.partial")
                .contains("maxErrorRate: 2 %");
        assertThat(plan + deployment).doesNotContain("io.cerebro.bamboo.specs");
    }

    @Test
    void saysTheSameInJavaAndInYaml(@TempDir Path classes) throws Exception {
        Object orders = orders(classes);
        List<Task> java = new ArrayList<>();
        PlanProperties plan = build(call(orders, "plan"));
        plan.getStages().forEach(stage -> stage.getJobs().forEach(job -> addAll(java, job.getTasks())));
        DeploymentProperties deployment = build(call(orders, "deployment"));
        deployment.getEnvironments().forEach(environment -> {
            addAll(java, environment.getTasks());
            addAll(java, environment.getFinalTasks());
        });

        List<Task> yaml = new ArrayList<>();
        for (Object document :
                new Yaml(new SafeConstructor()).loadAll(Files.readString(GUIDE.resolve("bamboo.yaml")))) {
            find(yaml, document);
        }

        assertThat(yaml).isEqualTo(java);
        assertThat(yaml)
                .extracting(Task::key)
                .containsExactly(
                        TaskKind.BUILD.completeKey(),
                        TaskKind.PLAN.completeKey(),
                        TaskKind.DEPLOY.completeKey(),
                        TaskKind.CANARY_ISOLATED.completeKey(),
                        TaskKind.CANARY_PARTIAL.completeKey(),
                        TaskKind.PROMOTE.completeKey(),
                        TaskKind.ROLLBACK.completeKey());
        assertThat(yaml).allSatisfy(task -> {
            TaskSettings.read(task.kind(), task.configuration());
            assertThat(Builders.problems(task.properties())).isEmpty();
        });
    }

    /** The sample's sources, compiled as a Specs project would. */
    private static Object orders(Path classes) throws IOException, ReflectiveOperationException {
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        classes.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        GUIDE.resolve("specs/src/main/java/shop/OrdersSpec.java")
                                .toString());
        assertThat(result).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, SamplesTest.class.getClassLoader())) {
            return loader.loadClass("shop.OrdersSpec").getConstructor().newInstance();
        }
    }

    private static EntityPropertiesBuilder<?> call(Object orders, String method) throws ReflectiveOperationException {
        return (EntityPropertiesBuilder<?>) orders.getClass().getMethod(method).invoke(orders);
    }

    @SuppressWarnings("unchecked")
    private static <P> P build(EntityPropertiesBuilder<?> builder) {
        return (P) EntityPropertiesBuilders.build(builder);
    }

    private static void addAll(List<Task> all, List<? extends TaskProperties> tasks) {
        tasks.stream()
                .filter(AnyTaskProperties.class::isInstance)
                .map(AnyTaskProperties.class::cast)
                .map(task -> new Task(
                        task.getAtlassianPlugin().getCompleteModuleKey(),
                        task.getDescription(),
                        task.getConfiguration()))
                .forEach(all::add);
    }

    /** Every any-task in it, in its order. */
    @SuppressWarnings("unchecked")
    private static void find(List<Task> all, Object node) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (key.equals("any-task")) {
                    all.add(task((Map<String, Object>) value));
                } else {
                    find(all, value);
                }
            });
        } else if (node instanceof Iterable<?> items) {
            items.forEach(item -> find(all, item));
        }
    }

    @SuppressWarnings("unchecked")
    private static Task task(Map<String, Object> node) {
        return new Task(
                (String) requireNonNull(node.get("plugin-key")),
                (String) requireNonNull(node.get("description")),
                (Map<String, String>) requireNonNull(node.get("configuration")));
    }

    private record Task(String key, String description, Map<String, String> configuration) {
        AnyTaskProperties properties() {
            return new AnyTaskProperties(
                    new AtlassianModuleProperties(key), description, true, configuration, List.of(), List.of());
        }

        TaskKind kind() {
            return Stream.of(TaskKind.values())
                    .filter(kind -> kind.completeKey().equals(key))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
