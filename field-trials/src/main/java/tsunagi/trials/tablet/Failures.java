package tsunagi.trials.tablet;

import com.google.gson.JsonObject;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import tsunagi.engine.draft.UnfitInputException;
import tsunagi.engine.storage.StorageException;
import tsunagi.trials.tablet.json.BadInputException;

/** Turns whatever goes wrong into one JSON object on stderr and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof CommandFailedException known) {
            return say(command, known.exitCode(), known.code(), known.getMessage());
        }
        if (failure instanceof BadInputException badInput) {
            return say(command, ExitCode.USAGE, badInput.code(), badInput.getMessage());
        }
        if (failure instanceof UnfitInputException unfit) {
            return say(command, ExitCode.USAGE, "unfit", "This cannot be kept: " + unfit.getMessage() + ".");
        }
        if (failure instanceof StorageException storage) {
            String advice = "The tablet's files cannot be used: " + storage.getMessage()
                    + ". Is the disk full, or are they from a newer program?";
            return say(command, ExitCode.FAULT, "storage", advice);
        }
        return say(command, ExitCode.FAULT, "fault", failure.toString());
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String advice =
                failure.getMessage() + ". Try: " + command.getCommandSpec().qualifiedName() + " --help";
        return say(command, ExitCode.USAGE, "usage", advice);
    }

    private static int say(CommandLine command, ExitCode exitCode, String code, String message) {
        JsonObject error = new JsonObject();
        error.addProperty("error", code);
        error.addProperty("message", message);
        command.getErr().println(Output.text(error));
        return exitCode.code();
    }
}
