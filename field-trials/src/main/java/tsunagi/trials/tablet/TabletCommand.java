package tsunagi.trials.tablet;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code tsunagi tablet}: a tablet without a screen, on the engine that the real one has. */
@Command(
        name = "tablet",
        description = "A tablet without a screen: a real client, for tests, integration and a desk without a tablet. "
                + "Each command prints one JSON document on stdout; errors are a JSON object on stderr.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:something nobody expected",
            "2:the command line or the JSON cannot be understood",
            "3:this tablet is not enrolled, or the server does not let it in",
            "4:another process works on the data directory",
            "5:not up to date with the server; nothing is lost, sync again"
        },
        footerHeading = "Example:%n",
        footer = {
            "  T='./tsunagi tablet --data my-tablet'",
            "  $T enrol --server 127.0.0.1:50051 --code ABCD-EFGH",
            "  $T record workplace '{\"name\": \"灯浜酒造\"}'",
            "  $T sync"
        },
        subcommands = {
            EnrolCommand.class,
            RecordCommand.class,
            EditCommand.class,
            FillCommand.class,
            FileCommand.class,
            ShowCommand.class,
            CheckCommand.class,
            ListCommand.class,
            OutboxCommand.class,
            SyncCommand.class,
            StatusCommand.class,
            ResolveCommand.class,
            DeleteCommand.class,
            WithdrawCommand.class,
            SeenCommand.class
        })
public final class TabletCommand {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The tablet's directory; made when it is not there. One process at a time.")
    private Path data;

    Path data() {
        return data;
    }

    /** The command line, with errors told as JSON. */
    public static CommandLine commandLine() {
        Failures failures = new Failures();
        return new CommandLine(new TabletCommand())
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }
}
