package tsunagi.trials;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import tsunagi.trials.apk.ApkCommand;
import tsunagi.trials.bench.BenchCommand;
import tsunagi.trials.demo.DemoCommand;
import tsunagi.trials.tablet.TabletCommand;

/** The commands that know both sides: headless tablet, demo, trials. */
public final class Main {
    private static final int USAGE = 2;

    /** What gRPC says in passing is not for whoever typed a command. */
    private static final Logger GRPC_LOG = Logger.getLogger("io.grpc");

    private Main() {}

    public static void main(String... arguments) {
        System.exit(execute(arguments));
    }

    /** Builds only the command that was asked for, so that each starts at once. */
    private static int execute(String... arguments) {
        GRPC_LOG.setLevel(Level.WARNING);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        String name = arguments.length == 0 ? "" : arguments[0];
        CommandLine command;
        switch (name) {
            case "tablet" -> command = TabletCommand.commandLine();
            case "demo" -> command = new CommandLine(new DemoCommand());
            case "apk" -> command = new CommandLine(new ApkCommand());
            case "bench" -> command = new CommandLine(new BenchCommand());
            case "trial" -> command = new CommandLine(new TrialCommand());
            default -> {
                err.println("There is no command \"" + name + "\" here. There are: tablet, demo, apk, trial, bench.");
                return USAGE;
            }
        }
        return command.setCommandName("./tsunagi " + name)
                .setOut(out)
                .setErr(err)
                .execute(Arrays.copyOfRange(arguments, 1, arguments.length));
    }
}
