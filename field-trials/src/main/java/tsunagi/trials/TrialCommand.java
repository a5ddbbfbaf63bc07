package tsunagi.trials;

import picocli.CommandLine.Command;

/** {@code tsunagi trial}: server and tablets put to the test. */
@Command(
        name = "trial",
        description = "Puts server and tablets to the test.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class TrialCommand {}
