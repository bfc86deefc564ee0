package io.cerebro.cli;

import picocli.CommandLine.Command;

/** {@code cerebro job}. */
@Command(
        name = "job",
        mixinStandardHelpOptions = true,
        description = "Scheduled and one-off jobs of a realm's Chronos: deployed, run now, waited for, deleted.",
        subcommands = {JobDeploy.class, JobRunCommand.class, JobWait.class, JobStatus.class, JobDelete.class})
final class JobCommand {}
