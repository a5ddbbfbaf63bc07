package tsunagi.server.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a file to begin with. */
@Command(name = "template", description = "Writes a CSV file with the headings and an example, for Excel.")
final class ImportTemplateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "KIND", description = "workplaces, participants, attendance, answers or coverage")
    private ImportKind kind;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "where to (default: KIND.csv)")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path target = out == null ? Path.of(kind + ".csv") : out;
        Files.writeString(target, kind.template(), StandardCharsets.UTF_8);
        spec.commandLine().getOut().println(target + " を書きました。 / Written.");
        spec.commandLine().getOut().flush();
        return 0;
    }
}
