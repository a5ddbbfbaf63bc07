package tsunagi.trials.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class PushCommandTest {
    @Test
    void push_ofFewRecords_tellsWhatBecameOfAllOfThem() {
        JsonObject figures = bench("push", "--tablets=2", "--batch=7", "--records=40", "--runs=1", "--warm-ups=1");

        assertThat(figures.get("accepted").getAsInt()).isEqualTo(40);
        assertThat(figures.get("logged").getAsInt()).isEqualTo(80);
        assertThat(figures.get("plain_rows").getAsInt()).isEqualTo(80);
        assertThat(figures.keySet()).contains("ratio", "server_cpu_ms_per_change", "peak_rss_mib", "p50_ms", "p99_ms");
        assertThat(figures.get("changes_per_s").getAsDouble()).isPositive();
        assertThat(figures.get("settled_per_s").getAsDouble()).isPositive();
        assertThat(figures.get("baseline_rows_per_s").getAsDouble()).isPositive();
    }

    /** The JSON that a bench ends with. */
    private static JsonObject bench(String... arguments) {
        StringWriter out = new StringWriter();
        int exit = new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out, true))
                .execute(arguments);
        assertThat(exit).isZero();
        String[] lines = out.toString().strip().split("\n", -1);
        return JsonParser.parseString(lines[lines.length - 1]).getAsJsonObject();
    }
}
