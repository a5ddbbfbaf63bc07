package tsunagi.server.imports;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Brings in what exists: tables that were kept elsewhere. */
@Command(
        name = "import",
        description =
                "Brings in what exists: workplaces, participants, attendance, answers of an online survey, and coverage"
                        + " (how many workplaces there are), from .xlsx, .xls or .csv.",
        subcommands = {ImportTemplateCommand.class, ImportUndoCommand.class})
public final class ImportCommand {
    private ImportCommand() {}

    /** The command, with one of its own for each kind of table. */
    public static CommandLine commandLine() {
        CommandLine command = new CommandLine(new ImportCommand());
        for (ImportKind kind : ImportKind.values()) {
            command.addSubcommand(kind.toString(), new ImportFileCommand(kind));
        }
        return command;
    }
}
