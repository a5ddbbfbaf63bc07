package tsunagi.server.admin;

import picocli.CommandLine;
import picocli.CommandLine.Command;

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
            DataModelCommand.class,
            FiguresCommand.class
        })
public final class AdminCommands {
    private AdminCommands() {}

    /** All commands, with those that live beside what they are about. */
    public static CommandLine with(Object... others) {
        CommandLine commands = new CommandLine(new AdminCommands());
        for (Object other : others) {
            commands.addSubcommand(other);
        }
        return commands.setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler(AdminCommands::explain);
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
