package tsunagi.server.storage;

import java.sql.Connection;
import java.sql.SQLException;

/** One SQL statement that is run for many sets of arguments in one go. */
public final class Batch implements AutoCloseable {
    private final Prepared prepared;
    private boolean isEmpty = true;

    public Batch(Connection connection, String text) throws SQLException {
        this.prepared = Prepared.on(connection, text);
    }

    public void add(Object... arguments) throws SQLException {
        Sql.bind(prepared.statement(), arguments);
        prepared.statement().addBatch();
        isEmpty = false;
    }

    public void run() throws SQLException {
        if (!isEmpty) {
            prepared.statement().executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        prepared.statement().clearBatch();
        prepared.close();
    }
}
