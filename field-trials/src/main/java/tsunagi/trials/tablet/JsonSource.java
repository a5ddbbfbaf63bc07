package tsunagi.trials.tablet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the fields to write come from: an argument, a file or stdin. */
final class JsonSource {
    @Option(names = "--json", paramLabel = "FILE", description = "Read the JSON from this file; - reads stdin.")
    private String file;

    /** The JSON; the argument may be null. */
    String read(String argument) throws CommandFailedException, IOException {
        if ((argument == null) == (file == null)) {
            throw new CommandFailedException(
                    ExitCode.USAGE, "usage", "Give the fields as JSON, or --json FILE, or --json - for stdin.");
        }
        if (file == null) {
            return argument;
        }
        if (file.equals("-")) {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        }
        try {
            return Files.readString(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new CommandFailedException(ExitCode.USAGE, "no_file", "There is no file " + file + ".");
        }
    }
}
