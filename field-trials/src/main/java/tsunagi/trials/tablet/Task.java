package tsunagi.trials.tablet;

import com.google.gson.JsonObject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** One command of the headless tablet: opens the directory, does its work, prints one JSON document. */
abstract class Task implements Callable<Integer> {
    @ParentCommand
    private TabletCommand parent;

    @Spec
    private CommandSpec spec;

    /** Does the work; whatever it throws becomes a JSON object on stderr. */
    abstract Done run(TabletDirectory directory) throws Exception;

    /** What there is to print, and how it went. */
    record Done(JsonObject document, ExitCode exitCode) {
        static Done ok(JsonObject document) {
            return new Done(document, ExitCode.OK);
        }
    }

    @Override
    public final Integer call() throws Exception {
        try (TabletDirectory directory = TabletDirectory.open(parent.data())) {
            Done done = run(directory);
            spec.commandLine().getOut().println(Output.text(done.document()));
            return done.exitCode().code();
        }
    }

    /** Tells whoever watches how far it is; never part of the answer. */
    final void sayProgress(String text) {
        spec.commandLine().getErr().println(text);
    }
}
