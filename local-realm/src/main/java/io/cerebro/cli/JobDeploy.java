package io.cerebro.cli;

import io.cerebro.chronos.JobDefinition;
import io.cerebro.definition.DefinitionFile;
import io.cerebro.job.JobDeployment;
import io.cerebro.job.JobWorld;
import io.cerebro.realm.Realm;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cerebro job deploy}. */
@Command(
        name = "deploy",
        mixinStandardHelpOptions = true,
        description = "Creates a job, or replaces it where it differs, and says in what. Nothing is sent where nothing"
                + " differs.")
final class JobDeploy implements Callable<Integer> {
    @Mixin
    private JobOptions options = new JobOptions();

    @Parameters(
            index = "1",
            paramLabel = "DEFINITION",
            description = "The job's Chronos definition, YAML or JSON. An overlay for the realm beside it is merged in:"
                    + " job.prod.yaml into job.yaml.")
    private Path definition = Path.of("job.yaml");

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A variable for $${NAME} in the definition. May be repeated.")
    private Map<String, String> variables = new LinkedHashMap<>();

    @Option(names = "--plan", description = "Say what would be done, and send nothing.")
    private boolean plan;

    @Override
    public Integer call() {
        Realm realm = options.realm();
        JobDefinition job = DefinitionFile.job(definition, realm, variables);
        JobWorld world = JobWorld.of(realm);
        JobDeployment deployment = JobDeployment.planned(job, world);
        deployment.lines().forEach(System.out::println);
        if (deployment.refusal().isPresent()) {
            throw new CouldNot(deployment.refusal().get() + "; nothing was sent");
        }
        if (!plan) {
            deployment.send(world);
        }
        return ExitCode.DONE;
    }
}
