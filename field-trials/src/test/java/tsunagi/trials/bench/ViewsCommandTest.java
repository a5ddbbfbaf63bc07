package tsunagi.trials.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class ViewsCommandTest {
    @Test
    void views_ofFewSheets_timesEveryViewOfTheFigures() {
        StringWriter out = new StringWriter();
        int exit = new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out, true))
                .execute("views", "--responses=1000", "--runs=1");
        String[] lines = out.toString().strip().split("\n", -1);
        JsonObject figures = JsonParser.parseString(lines[lines.length - 1]).getAsJsonObject();

        assertThat(exit).isZero();
        assertThat(figures.keySet())
                .contains(
                        "baseline_ms", "slowest_ms", "figure_visit_ms", "figure_round_ms", "published_answer_count_ms");
        assertThat(figures.get("figure_pair_ms").getAsDouble()).isPositive();
    }
}
