package tsunagi.server.admin;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tsunagi.record.RecordSchemas;
import tsunagi.server.plaintables.PlainTables;
import tsunagi.server.storage.RecordRows;

/** Throws the plain tables away and makes them again. */
@Command(name = "rebuild", description = "Throws the plain tables away and makes them again from the records.")
final class RebuildCommand implements Callable<Integer> {
    @Mixin
    private Configured configured;

    @Override
    public Integer call() {
        configured.withData(data -> {
            PlainTables tables = new PlainTables(data.database(), new RecordRows(), RecordSchemas.standard());
            tables.prepare();
            tables.rebuild();
            tables.behind().forEach(tables::catchUp);
            return null;
        });
        configured.out().println("The plain tables were made again.");
        configured.out().flush();
        return 0;
    }
}
