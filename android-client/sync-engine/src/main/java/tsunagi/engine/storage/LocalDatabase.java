package tsunagi.engine.storage;

import java.util.List;
import java.util.function.Supplier;

/**
 * One SQLite file on the tablet, and all that the engine asks of it. Thread-safe: one statement or transaction at a
 * time, others wait.
 *
 * <p>Arguments are null, {@link Long}, {@link Integer}, {@link Boolean} (0 or 1), {@link String}, byte arrays,
 * {@link java.util.UUID} (its sixteen bytes) and {@link com.google.protobuf.ByteString}. SQL keeps to what SQLite 3.18
 * of Android 8 knows: no upserts with ON CONFLICT, no RETURNING, no window functions.
 */
public interface LocalDatabase extends AutoCloseable {
    /**
     * Runs one statement that answers no rows.
     *
     * @return how many rows it changed
     */
    int execute(String sql, Object... arguments);

    /** Runs one statement for each of these argument lists, in one transaction. */
    void executeBatch(String sql, List<Object[]> argumentLists);

    /** Reads all rows; the reader must not use the database itself. */
    <T> List<T> query(RowReader<T> reader, String sql, Object... arguments);

    /**
     * Runs work that holds all or nothing. Work inside work joins the outer transaction. Whatever is thrown undoes
     * everything and passes on.
     */
    <T> T inTransaction(Supplier<T> work);

    /** How firmly a commit holds, as the database itself says. */
    Durability durability();

    /** Which version of its schema the file has; 0 of a new one. */
    int schemaVersion();

    /** Notes in the file which version of its schema it has from now on. */
    void noteSchemaVersion(int version);

    @Override
    void close();

    /** As {@link #inTransaction(Supplier)}, for work without a result. */
    default void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return null;
        });
    }

    /** The only row of a query that has just one. */
    default <T> T queryOne(RowReader<T> reader, String sql, Object... arguments) {
        List<T> rows = query(reader, sql, arguments);
        if (rows.size() != 1) {
            throw new StorageException("expected one row, got " + rows.size() + ": " + sql);
        }
        return rows.get(0);
    }
}
