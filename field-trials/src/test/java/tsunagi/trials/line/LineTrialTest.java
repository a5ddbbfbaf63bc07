package tsunagi.trials.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.trials.line.ThinLine.Quality;

/** Whether everything arrives, once, over lines that break; how fast is for the trial itself to say. */
class LineTrialTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int KBIT = 20_000;

    @TempDir
    Path directory;

    @Test
    void records_overALineThatBreaks_arriveOnce() throws Exception {
        LineTrial.Outcome outcome =
                new LineTrial(directory, PATIENCE).run(new Quality(2, KBIT, 0, 20_000, 0.02), 100, 0);

        assertThat(outcome.isWhole()).isTrue();
        assertThat(outcome.records()).isEqualTo(100);
        assertThat(outcome.traffic().connections()).as("it did break").isGreaterThan(1);
    }

    @Test
    void oneLargeText_overALineThatBreaks_arrives() throws Exception {
        LineTrial.Outcome outcome = new LineTrial(directory, PATIENCE).run(new Quality(2, KBIT, 0, 40_000, 0), 1, 400);

        assertThat(outcome.isWhole()).isTrue();
        assertThat(outcome.traffic().connections()).as("it did break").isGreaterThan(3);
    }
}
