package io.cerebro.cli;

import picocli.CommandLine.Command;

/** {@code cerebro realm}. */
@Command(
        name = "realm",
        mixinStandardHelpOptions = true,
        description = "A realm on this machine: Marathon's API over Docker containers and plain processes, with a real"
                + " HAProxy in front. Any realm in realms.yaml that has a `local:` section can be started.",
        subcommands = {RealmStart.class, RealmStop.class, RealmStatus.class, RealmRun.class})
final class RealmCommand {}
