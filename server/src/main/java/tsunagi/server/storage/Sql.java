package tsunagi.server.storage;

import com.google.protobuf.ByteString;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tsunagi.record.Ids;

/**
 * One SQL statement and its arguments: UUIDs and byte strings go in as bytes, booleans as 0 and 1, enums by their name,
 * an Optional as what it holds or NULL.
 */
public final class Sql {
    private final Connection connection;
    private final String text;
    private final Object[] arguments;

    private Sql(Connection connection, String text, Object[] arguments) {
        this.connection = connection;
        this.text = text;
        this.arguments = arguments;
    }

    public static Sql of(Connection connection, String text, Object... arguments) {
        return new Sql(connection, text, arguments);
    }

    /** As many question marks as there are values, for an IN; of no values nothing is IN, in every engine's grammar. */
    public static String marks(int count) {
        return count == 0 ? "NULL" : String.join(", ", Collections.nCopies(count, "?"));
    }

    /** Runs a statement that changes rows, and says how many. */
    public int update() throws SQLException {
        try (Prepared prepared = Prepared.on(connection, text)) {
            bind(prepared.statement(), arguments);
            return prepared.statement().executeUpdate();
        }
    }

    public <T> List<T> list(RowReader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        visit(row -> rows.add(reader.read(row)));
        return rows;
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(RowReader<T> reader) throws SQLException {
        try (Prepared prepared = Prepared.on(connection, text)) {
            bind(prepared.statement(), arguments);
            try (ResultSet results = prepared.statement().executeQuery()) {
                return results.next() ? Optional.of(reader.read(new Row(results))) : Optional.empty();
            }
        }
    }

    /** Shows row by row, so that what is large need not be in memory at once. */
    public void visit(RowVisitor visitor) throws SQLException {
        try (Prepared prepared = Prepared.on(connection, text)) {
            bind(prepared.statement(), arguments);
            try (ResultSet results = prepared.statement().executeQuery()) {
                Row row = new Row(results);
                boolean wantsMore = true;
                while (wantsMore && results.next()) {
                    wantsMore = visitor.visit(row);
                }
            }
        }
    }

    static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            bind(statement, i + 1, arguments[i]);
        }
    }

    private static void bind(PreparedStatement statement, int index, Object argument) throws SQLException {
        if (argument instanceof Optional<?> optional) {
            bind(statement, index, optional.orElse(null));
        } else if (argument instanceof OptionalLong number) {
            statement.setObject(index, number.isPresent() ? number.getAsLong() : null);
        } else if (argument instanceof UUID id) {
            statement.setBytes(index, Ids.toBytes(id).toByteArray());
        } else if (argument instanceof ByteString bytes) {
            statement.setBytes(index, bytes.toByteArray());
        } else if (argument instanceof Boolean truth) {
            statement.setInt(index, truth ? 1 : 0);
        } else if (argument instanceof Enum<?> name) {
            statement.setString(index, name.name());
        } else {
            statement.setObject(index, argument);
        }
    }
}
