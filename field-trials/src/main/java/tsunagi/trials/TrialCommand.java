package tsunagi.trials;

import picocli.CommandLine.Command;
import tsunagi.trials.crash.CrashCommand;
import tsunagi.trials.line.LineCommand;
import tsunagi.trials.simulation.SimulateCommand;

/** {@code tsunagi trial}: server and tablets put to the test. */
@Command(
        name = "trial",
        description = "Puts server and tablets to the test.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {SimulateCommand.class, LineCommand.class, CrashCommand.class})
final class TrialCommand {}
