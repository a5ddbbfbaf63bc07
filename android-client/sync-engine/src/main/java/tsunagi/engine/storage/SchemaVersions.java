package tsunagi.engine.storage;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The versions of one file's schema, each a step from the one before. Steps only go forward, and a step that was
 * shipped never changes.
 */
public final class SchemaVersions {
    private final List<String> steps;

    /** Each step is one or more statements, each ended by a semicolon at the end of its line. */
    public SchemaVersions(String... steps) {
        this.steps = Collections.unmodifiableList(Arrays.asList(steps));
    }

    /**
     * Brings a file to the newest version, in one transaction.
     *
     * @throws StorageException when a newer program has already gone further; its file is left alone
     */
    public void bringUp(LocalDatabase database) {
        database.inTransaction(() -> {
            int version = database.schemaVersion();
            if (version > steps.size()) {
                throw new StorageException("the file has schema version " + version + ", this program knows "
                        + steps.size() + ": a newer program wrote it");
            }
            for (String step : steps.subList(version, steps.size())) {
                run(database, step);
            }
            if (version < steps.size()) {
                database.noteSchemaVersion(steps.size());
            }
        });
    }

    private static void run(LocalDatabase database, String step) {
        for (String statement : step.split(";\\s*\\n", 0)) {
            if (!statement.trim().isEmpty()) {
                database.execute(statement);
            }
        }
    }
}
