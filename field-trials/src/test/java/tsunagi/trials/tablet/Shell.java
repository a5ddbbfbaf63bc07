package tsunagi.trials.tablet;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Somebody who types commands of the headless tablet. */
final class Shell {
    private final Path data;

    Shell(Path data) {
        this.data = data;
    }

    /** What a command printed, and its exit code. */
    record Answer(int exitCode, String out, String err) {
        JsonObject json() {
            return JsonParser.parseString(out).getAsJsonObject();
        }

        String text(String member) {
            return json().get(member).getAsString();
        }

        int number(String member) {
            return json().get(member).getAsInt();
        }

        /** The error, which must be one JSON object with a sentence. */
        JsonObject error() {
            JsonObject error = JsonParser.parseString(err).getAsJsonObject();
            Assertions.assertThat(error.keySet()).containsExactly("error", "message");
            return error;
        }
    }

    /** Runs a command that must succeed. */
    Answer run(String... arguments) {
        Answer answer = tryToRun(arguments);
        Assertions.assertThat(answer.exitCode())
                .as("%s%n%s", String.join(" ", arguments), answer.err())
                .isZero();
        return answer;
    }

    /** Runs a command that must fail with this exit code. */
    JsonObject fail(ExitCode exitCode, String... arguments) {
        Answer answer = tryToRun(arguments);
        Assertions.assertThat(answer.exitCode())
                .as("%s%n%s%n%s", String.join(" ", arguments), answer.out(), answer.err())
                .isEqualTo(exitCode.code());
        return answer.error();
    }

    Answer tryToRun(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--data", data.toString()));
        all.addAll(List.of(arguments));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = TabletCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
        return new Answer(exitCode, out.toString(), err.toString());
    }
}
