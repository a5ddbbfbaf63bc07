package tsunagi.trials.simulation;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs seeds of the simulation and ends with one JSON line. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Tablets and servers on a virtual clock and line, with faults decided by a seed; then the faults"
                + " stop and everything must come together. Exit code 1 when something does not hold.")
public final class SimulateCommand implements Callable<Integer> {
    @Option(names = "--seed", description = "The first seed (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(names = "--seeds", description = "How many seeds to run (default: ${DEFAULT-VALUE}).")
    int seeds = 1;

    @Option(
            names = "--tablets",
            description = "Tablets at the start; copies may join them (default: ${DEFAULT-VALUE}).")
    int tablets = 4;

    @Option(names = "--steps", description = "Steps before the faults stop (default: ${DEFAULT-VALUE}).")
    int steps = 400;

    @Option(names = "--plant", description = "A bug to plant, to see that it is found: ${COMPLETION-CANDIDATES}.")
    Optional<PlantedBug> bug = Optional.empty();

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    @Override
    public Integer call() {
        Tally tally = new Tally();
        long startedAtNs = System.nanoTime();
        Path scratch = Scratch.make();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Scratch.delete(scratch)));
        Simulation simulation = new Simulation(scratch);
        for (long next = seed; next < seed + seeds; next++) {
            report(simulation.run(next, tablets, steps, bug), tally);
        }
        double seconds = (System.nanoTime() - startedAtNs) / 1e9;
        out.println(tally.json(seeds, (long) seeds * steps, seconds));
        return tally.unsound == 0 ? 0 : 1;
    }

    private void report(RunReport run, Tally tally) {
        tally.add(run);
        if (!run.isSound()) {
            err.println("seed " + run.seed() + " does not hold; again with: trial simulate --seed " + run.seed()
                    + " --tablets " + tablets + " --steps " + steps);
            run.findings().forEach(finding -> err.println("  " + finding));
        }
    }

    /** What all seeds came to. */
    private static final class Tally {
        private int unsound;
        private int converged;
        private long saved;
        private int lost;
        private int doubled;
        private int conflicts;

        void add(RunReport run) {
            unsound += run.isSound() ? 0 : 1;
            converged += run.isSound() ? 1 : 0;
            saved += run.saved();
            lost += run.lost();
            doubled += run.doubled();
            conflicts += run.conflicts();
        }

        String json(int seeds, long steps, double seconds) {
            return String.format(
                    Locale.ROOT,
                    "{\"seeds\":%d,\"steps\":%d,\"saved\":%d,\"converged\":%d,\"lost\":%d,\"doubled\":%d,"
                            + "\"conflicts\":%d,\"seconds\":%.1f}",
                    seeds,
                    steps,
                    saved,
                    converged,
                    lost,
                    doubled,
                    conflicts,
                    seconds);
        }
    }
}
