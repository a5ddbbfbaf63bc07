package tsunagi.server.storage;

import com.google.protobuf.ByteString;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tsunagi.record.Ids;

/** The row of an answer that is being read. */
public final class Row {
    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    public UUID id(String column) throws SQLException {
        return Ids.fromBytes(bytes(column));
    }

    public Optional<UUID> optionalId(String column) throws SQLException {
        return optionalBytes(column).map(Ids::fromBytes);
    }

    public ByteString bytes(String column) throws SQLException {
        return ByteString.copyFrom(results.getBytes(column));
    }

    /** The bytes; empty when the column is NULL. */
    public Optional<ByteString> optionalBytes(String column) throws SQLException {
        return Optional.ofNullable(results.getBytes(column)).map(ByteString::copyFrom);
    }

    public long number(String column) throws SQLException {
        return results.getLong(column);
    }

    public OptionalLong optionalNumber(String column) throws SQLException {
        long number = results.getLong(column);
        return results.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    public double decimal(String column) throws SQLException {
        return results.getDouble(column);
    }

    public int smallNumber(String column) throws SQLException {
        return results.getInt(column);
    }

    public boolean truth(String column) throws SQLException {
        return results.getInt(column) != 0;
    }

    public String text(String column) throws SQLException {
        return results.getString(column);
    }

    public Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(results.getString(column));
    }
}
