package tsunagi.trials.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class ExportCommandTest {
    @Test
    void export_ofAHundredTimesAsManySheets_holdsNoMoreMemory() {
        StringWriter out = new StringWriter();
        int exit = new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out, true))
                .execute("export", "--sheets=5000", "--runs=1");
        String[] lines = out.toString().strip().split("\n", -1);
        JsonObject figures = JsonParser.parseString(lines[lines.length - 1]).getAsJsonObject();

        assertThat(exit).as(out.toString()).isZero();
        assertThat(figures.get("held").getAsString()).isEqualTo("yes");
        assertThat(figures.get("xlsx_held_mib").getAsDouble()).isLessThan(16);
    }
}
