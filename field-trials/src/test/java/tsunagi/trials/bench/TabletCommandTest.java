package tsunagi.trials.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class TabletCommandTest {
    @Test
    void tablet_withFewSheets_timesTheScreensBothWays() {
        StringWriter out = new StringWriter();
        int exit = new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out, true))
                .execute("tablet", "--sheets=100", "--saved=60", "--waiting=30", "--workplaces=2", "--runs=1");
        String[] lines = out.toString().strip().split("\n", -1);
        JsonObject figures = JsonParser.parseString(lines[lines.length - 1]).getAsJsonObject();

        assertThat(exit).isZero();
        for (String figure : new String[] {"search_ms", "page_ms", "start_ms", "index_anew_ms", "search_baseline_ms"}) {
            assertThat(figures.get(figure).getAsDouble()).as(figure).isPositive();
        }
    }
}
