package tsunagi.server;

import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagi.server.admin.AdminCommands;
import tsunagi.server.console.account.AccountCommand;
import tsunagi.server.form.FormCommand;
import tsunagi.server.imports.ImportCommand;
import tsunagi.server.slip.RoundCommand;

/** The server's commands. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // gRPC logs by java.util.logging, and chats while it starts.
        Logger.getLogger("").setLevel(Level.WARNING);
        System.exit(AdminCommands.with(
                        new ServeCommand(),
                        new AccountCommand(),
                        new FormCommand(),
                        ImportCommand.commandLine(),
                        new RoundCommand())
                .execute(arguments));
    }
}
