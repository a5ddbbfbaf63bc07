package tsunagi.server.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One SQL statement that is run for many sets of arguments in one go. */
public final class Batch implements AutoCloseable {
    private final PreparedStatement statement;
    private boolean isEmpty = true;

    public Batch(Connection connection, String text) throws SQLException {
        this.statement = connection.prepareStatement(text);
    }

    public void add(Object... arguments) throws SQLException {
        Sql.bind(statement, arguments);
        statement.addBatch();
        isEmpty = false;
    }

    public void run() throws SQLException {
        if (!isEmpty) {
            statement.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
