package tsunagi.server.admin;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tsunagi.server.form.FormCommand;

/** Everything that can be done to a server from the command line. */
@Command(
        name = "tsunagi",
        description = "The server and those who look after it.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            TeamCommand.class,
            PersonCommand.class,
            CodeCommand.class,
            DeviceCommand.class,
            ParkedCommand.class,
            RebuildCommand.class,
            FormCommand.class
        })
public final class AdminCommands {
    private AdminCommands() {}

    /** All commands, with the one that serves. */
    public static CommandLine with(Callable<Integer> serve) {
        return new CommandLine(new AdminCommands())
                .addSubcommand(serve)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(AdminCommands::explain);
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof CommandException) {
            command.getErr().println(failure.getMessage());
            return 1;
        }
        throw failure;
    }
}
