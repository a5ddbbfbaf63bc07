package tsunagi.server.storage;

import java.sql.SQLException;

/** Makes something of the row it is shown. */
@FunctionalInterface
public interface RowReader<T> {
    T read(Row row) throws SQLException;
}
