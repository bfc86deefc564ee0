package io.cerebro.cli;

import io.cerebro.chronos.ChronosException;
import io.cerebro.definition.DefinitionException;
import io.cerebro.http.Unreachable;
import io.cerebro.image.ImageException;
import io.cerebro.local.haproxy.HaproxyException;
import io.cerebro.local.marathon.CannotStart;
import io.cerebro.marathon.MarathonException;
import io.cerebro.realm.RealmsException;
import io.cerebro.traffic.RouterException;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line's entry. */
@Command(
        name = "cerebro",
        mixinStandardHelpOptions = true,
        version = "cerebro 0.1.0",
        description = "Releases a service to a realm's Marathon, through a canary that is rolled back by itself.",
        footerHeading = "%nA first walk on this machine:%n",
        footer = {
            "  cerebro realm start local      a realm of your own: Marathon's API, containers, HAProxy",
            "  (with a Docker registry at 127.0.0.1:5000, such as Debian's docker-registry)",
            "  cerebro build local orders/ --name orders --tag v1",
            "  cerebro plan local marathon.yaml --image <what build printed>",
            "  cerebro release local marathon.yaml --image <what build printed>",
            "  cerebro status local",
            "",
            "Realms are read from realms.yaml in this directory, or from where --realms or CEREBRO_REALMS says.",
            "Exit codes: 0 done, 1 rolled back, 2 could not be done, 3 bad input."
        },
        subcommands = {
            BuildCommand.class,
            PlanCommand.class,
            DeployCommand.class,
            CanaryCommand.class,
            PromoteCommand.class,
            RollbackCommand.class,
            ReleaseCommand.class,
            ScaleCommand.class,
            StatusCommand.class,
            OutsideCommand.class,
            JobCommand.class,
            RealmCommand.class
        })
public final class Cerebro {
    private static final List<Class<? extends Exception>> BAD_INPUT =
            List.of(RealmsException.class, DefinitionException.class, IllegalArgumentException.class);
    private static final List<Class<? extends Exception>> COULD_NOT = List.of(
            Unreachable.class,
            MarathonException.class,
            ChronosException.class,
            RouterException.class,
            ImageException.class,
            CannotStart.class,
            HaproxyException.class,
            CouldNot.class);

    private Cerebro() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        CommandLine cerebro = new CommandLine(new Cerebro());
        // scale takes -1 as a number, not as an option
        Objects.requireNonNull(cerebro.getSubcommands().get("scale")).setUnmatchedOptionsArePositionalParams(true);
        return cerebro.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Cerebro::badArguments)
                .setExecutionExceptionHandler(Cerebro::failed)
                .execute(arguments);
    }

    private static int badArguments(ParameterException e, String[] arguments) {
        e.getCommandLine().getErr().println(e.getMessage());
        e.getCommandLine()
                .getErr()
                .println("see: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.BAD_INPUT;
    }

    /** One sentence for what is foreseen; the whole trace for what is not, because that is a defect of ours. */
    private static int failed(Exception e, CommandLine command, ParseResult parsed) {
        if (is(e, BAD_INPUT)) {
            command.getErr().println(e.getMessage());
            return ExitCode.BAD_INPUT;
        }
        if (is(e, COULD_NOT)) {
            command.getErr().println(e.getMessage());
        } else {
            command.getErr().println("a defect of Cerebro's, please report it with these lines:");
            e.printStackTrace(command.getErr());
        }
        return ExitCode.COULD_NOT;
    }

    private static boolean is(Exception e, List<Class<? extends Exception>> kinds) {
        return kinds.stream().anyMatch(kind -> kind.isInstance(e));
    }
}
