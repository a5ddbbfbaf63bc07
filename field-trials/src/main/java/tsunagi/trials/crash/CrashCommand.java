package tsunagi.trials.crash;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tsunagi.trials.process.ScratchDirectory;

/** Runs the crash trial and ends with one JSON line. */
@Command(
        name = "crash",
        mixinStandardHelpOptions = true,
        description = "A real server and headless tablets that write without a rest; the server is killed (SIGKILL) in"
                + " mid-load, over and over. Nothing it gave its word on may be lost or doubled: after each kill and at"
                + " the end its database is set against the tablets' outboxes. Exit code 1 when something does not"
                + " hold; then the files stay.")
public final class CrashCommand implements Callable<Integer> {
    @Option(names = "--kills", description = "How often the server is killed (default: ${DEFAULT-VALUE}).")
    int kills = 10;

    @Option(names = "--db", description = "sqlite, or postgres: one that the trial starts (default: ${DEFAULT-VALUE}).")
    Engine engine = Engine.sqlite;

    @Option(names = "--tablets", description = "How many tablets write (default: ${DEFAULT-VALUE}).")
    int tablets = 4;

    @Option(names = "--seed", description = "What the tablets write hangs on it (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Spec
    CommandSpec command;

    /** What the server keeps its data on; the names are what is typed. */
    enum Engine {
        sqlite,
        postgres
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        Path directory = ScratchDirectory.make("crash");
        CrashReport report;
        try (Store store = store(directory)) {
            report = new CrashTrial(directory, store, tablets, seed).run(kills);
        }
        PrintWriter err = command.commandLine().getErr();
        report.findings().forEach(err::println);
        if (report.isSound()) {
            ScratchDirectory.delete(directory);
        } else {
            err.println("The files are in " + directory);
        }
        command.commandLine().getOut().println(report.json());
        return report.isSound() ? 0 : 1;
    }

    private Store store(Path directory) throws IOException {
        return switch (engine) {
            case sqlite -> new SqliteStore(directory);
            case postgres -> new PostgresStore();
        };
    }
}
