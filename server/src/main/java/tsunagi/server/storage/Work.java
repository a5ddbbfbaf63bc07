package tsunagi.server.storage;

import java.sql.Connection;
import java.sql.SQLException;

/** What is done within one transaction. */
@FunctionalInterface
public interface Work<T> {
    T on(Connection connection) throws SQLException;
}
