package tsunagi.trials.line;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tsunagi.trials.process.ScratchDirectory;

/** {@code tsunagi trial line}. */
@Command(
        name = "line",
        description = "A tablet hands in what it saved over a slow line that breaks, with TLS; ends with one JSON line."
                + " Exit code 1 when the server does not have every record once.",
        mixinStandardHelpOptions = true)
public final class LineCommand implements Callable<Integer> {
    @Option(names = "--rtt-ms", description = "Milliseconds there and back (default: ${DEFAULT-VALUE}).")
    private int rttMs = 100;

    @Option(names = "--kbit", description = "Kilobits a second, each way (default: ${DEFAULT-VALUE}).")
    private int kbit = 256;

    @Option(names = "--cut-every", description = "A connection is reset when it is so many seconds old.")
    private double cutEveryS;

    @Option(names = "--cut-every-bytes", description = "A connection is reset when so many bytes came from the tablet.")
    private int cutEveryBytes;

    @Option(names = "--loss", description = "The share of packets that have to be sent again, 0 to 1.")
    private double loss;

    @Option(names = "--records", description = "Visits to hand in (default: ${DEFAULT-VALUE}).")
    private int records = 100;

    @Option(names = "--record-kb", description = "One visit with so many kilobytes of text instead.")
    private int recordKb;

    @Option(names = "--patience", description = "Seconds after which it is given up (default: ${DEFAULT-VALUE}).")
    private int patienceS = 600;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path directory = ScratchDirectory.make("line");
        try {
            LineTrial.Outcome outcome = new LineTrial(directory, Duration.ofSeconds(patienceS))
                    .run(new ThinLine.Quality(rttMs, kbit, cutEveryS, cutEveryBytes, loss), records, recordKb);
            spec.commandLine().getOut().println(json(outcome));
            return outcome.isWhole() ? 0 : 1;
        } finally {
            ScratchDirectory.delete(directory);
        }
    }

    private static JsonObject json(LineTrial.Outcome outcome) {
        JsonObject json = new JsonObject();
        json.addProperty("seconds", Math.round(outcome.seconds() * 1000) / 1000.0);
        json.addProperty("bytes_up", outcome.traffic().bytesUp());
        json.addProperty("bytes_down", outcome.traffic().bytesDown());
        json.addProperty("round_trips", outcome.traffic().turns());
        json.addProperty("connections", outcome.traffic().connections());
        json.addProperty("records", outcome.records());
        json.addProperty("whole", outcome.isWhole());
        return json;
    }
}
