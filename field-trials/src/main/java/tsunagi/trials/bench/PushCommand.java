package tsunagi.trials.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tsunagi.trials.bench.PushBench.Settings;
import tsunagi.trials.process.ScratchDirectory;

/** {@code tsunagi bench push}. */
@Command(
        name = "push",
        description =
                "How many changes a second a server takes in, durably and merged, from tablets that push at once.",
        mixinStandardHelpOptions = true)
final class PushCommand implements Callable<Integer> {
    @Option(names = "--tablets", description = "Tablets that push at once (default: ${DEFAULT-VALUE}).")
    private int tablets = 4;

    @Option(
            names = "--teams",
            description =
                    "Teams they are spread over (default: one for each). Tablets of one team are sent each other's"
                            + " records too.")
    private int teams;

    @Option(names = "--batch", description = "Changes in one batch (default: ${DEFAULT-VALUE}).")
    private int batch = 100;

    @Option(names = "--records", description = "Changes in one run, all tablets together (default: ${DEFAULT-VALUE}).")
    private int records = 20_000;

    @Option(
            names = "--in-flight",
            description =
                    "Batches a tablet sends ahead of their verdicts (default: 4, or 1 when a batch is one change).")
    private int inFlight;

    @Option(names = "--runs", description = "Runs that count (default: ${DEFAULT-VALUE}).")
    private int runs = 3;

    @Option(names = "--warm-ups", description = "Runs before them that do not (default: ${DEFAULT-VALUE}).")
    private int warmUps = 2;

    @Option(names = "--seed", description = "Of the visits that are pushed (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--server-option",
            paramLabel = "OPTION",
            description = "An option for the server's Java beside its own, such as -XX:StartFlightRecording; several.")
    private List<String> serverOptions = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        int ahead = inFlight > 0 ? inFlight : batch == 1 ? 1 : 4;
        Settings settings = new Settings(
                tablets, teams > 0 ? teams : tablets, batch, records, ahead, warmUps, runs, seed, serverOptions);
        Path directory = ScratchDirectory.make("bench");
        try {
            out.println(new PushBench(settings, directory, out).run());
        } finally {
            ScratchDirectory.delete(directory);
        }
        return 0;
    }
}
