package tsunagi.engine.tablet;

import java.util.List;
import java.util.function.Supplier;
import tsunagi.engine.storage.Durability;
import tsunagi.engine.storage.LocalDatabase;
import tsunagi.engine.storage.RowReader;

/** A database of a program that is killed before one of its statements, and runs none after it. */
public final class DyingDatabase implements LocalDatabase {
    private final LocalDatabase database;
    private final Fate fate;

    public DyingDatabase(LocalDatabase database, Fate fate) {
        this.database = database;
        this.fate = fate;
    }

    /** How many more statements the program runs, on all its databases together. */
    public static final class Fate {
        private int statementsLeft;
        private int statementsRun;

        public static Fate of(int statements) {
            Fate fate = new Fate();
            fate.statementsLeft = statements;
            return fate;
        }

        public int statementsRun() {
            return statementsRun;
        }

        private void step() {
            if (statementsLeft-- <= 0) {
                throw new Killed();
            }
            statementsRun++;
        }
    }

    /** The end of the program. */
    public static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public int execute(String sql, Object... arguments) {
        fate.step();
        return database.execute(sql, arguments);
    }

    @Override
    public void executeBatch(String sql, List<Object[]> argumentLists) {
        fate.step();
        database.executeBatch(sql, argumentLists);
    }

    @Override
    public <T> List<T> query(RowReader<T> reader, String sql, Object... arguments) {
        fate.step();
        return database.query(reader, sql, arguments);
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return database.inTransaction(() -> {
            T result = work.get();
            // Killed between the last statement and the commit.
            fate.step();
            return result;
        });
    }

    @Override
    public Durability durability() {
        return database.durability();
    }

    @Override
    public int schemaVersion() {
        return database.schemaVersion();
    }

    @Override
    public void noteSchemaVersion(int version) {
        fate.step();
        database.noteSchemaVersion(version);
    }

    @Override
    public void close() {
        database.close();
    }
}
