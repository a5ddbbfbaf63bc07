package tsunagi.trials.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class ListsCommandTest {
    @Test
    void lists_ofFewRecords_timesEveryKindOfPageAndFindsWhatReadingAllFinds() {
        StringWriter out = new StringWriter();
        int exit = new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out, true))
                .execute("lists", "--records=100", "--runs=11");
        String[] lines = out.toString().strip().split("\n", -1);
        JsonObject figures = JsonParser.parseString(lines[lines.length - 1]).getAsJsonObject();

        assertThat(exit).isZero();
        for (String figure : new String[] {
            "page_ms", "page_p99_ms", "deep_of_all_ms", "searched_of_visits_ms", "offset_of_all_baseline_ms"
        }) {
            assertThat(figures.get(figure).getAsDouble()).as(figure).isPositive();
        }
    }
}
