package tsunagi.trials.bench;

import picocli.CommandLine.Command;

/** {@code tsunagi bench}: measures. */
@Command(
        name = "bench",
        description = "Measures, says how, takes what it compares with in the same run, and ends with one JSON line."
                + " Everything happens on this machine, the load generator included.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {
            PushCommand.class,
            FirstSyncCommand.class,
            WireCommand.class,
            FormCommand.class,
            ViewsCommand.class,
            TabletCommand.class,
            ListsCommand.class,
            ExportCommand.class
        })
public final class BenchCommand {}
