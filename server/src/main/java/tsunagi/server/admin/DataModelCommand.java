package tsunagi.server.admin;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tsunagi.server.plaintables.DataModel;

/** Prints what stands in the plain tables and views: docs/data-model.md is its answer. */
@Command(
        name = "data-model",
        description = "Prints which tables and views there are for SQL, column by column, in Markdown.")
final class DataModelCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(DataModel.page());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
