package tsunagi.engine.storage;

import com.google.protobuf.ByteString;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import tsunagi.record.Ids;

/** A SQLite file reached over JDBC, for desks, tests and the simulation; the URL chooses the driver. */
public final class JdbcDatabase implements LocalDatabase {
    /** How long a statement waits for another program that holds the file. */
    private static final int BUSY_TIMEOUT_MS = 5_000;

    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private boolean isInTransaction;

    private JdbcDatabase(Connection connection) {
        this.connection = connection;
    }

    /** Opens a file, making it when it is not there. */
    public static JdbcDatabase open(String url, Durability durability) {
        return open(url, durability, BUSY_TIMEOUT_MS);
    }

    static JdbcDatabase open(String url, Durability durability, int busyTimeoutMs) {
        Connection connection = connect(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + busyTimeoutMs);
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = " + durability.level());
            return new JdbcDatabase(connection);
        } catch (SQLException e) {
            StorageException failure = new StorageException("cannot open " + url, e);
            closeAfter(failure, connection);
            throw failure;
        }
    }

    private static Connection connect(String url) {
        try {
            return DriverManager.getConnection(url);
        } catch (SQLException e) {
            throw new StorageException("cannot open " + url, e);
        }
    }

    private static void closeAfter(StorageException failure, Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public int execute(String sql, Object... arguments) {
        return locked(sql, () -> {
            PreparedStatement statement = bound(sql, arguments);
            // A pragma may answer with a row even where it sets something; then nothing was changed.
            return statement.execute() ? 0 : statement.getUpdateCount();
        });
    }

    @Override
    public void executeBatch(String sql, List<Object[]> argumentLists) {
        inTransaction(() -> locked(sql, () -> {
            PreparedStatement statement = prepare(sql);
            for (Object[] arguments : argumentLists) {
                bind(statement, arguments);
                statement.executeUpdate();
            }
            return null;
        }));
    }

    @Override
    public <T> List<T> query(RowReader<T> reader, String sql, Object... arguments) {
        return locked(sql, () -> {
            try (ResultSet rows = bound(sql, arguments).executeQuery()) {
                Row row = new JdbcRow(rows);
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(reader.read(row));
                }
                return read;
            }
        });
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        lock.lock();
        try {
            if (isInTransaction) {
                return work.get();
            }
            execute("BEGIN IMMEDIATE");
            isInTransaction = true;
            return runAndCommit(work);
        } finally {
            lock.unlock();
        }
    }

    private <T> T runAndCommit(Supplier<T> work) {
        boolean isCommitted = false;
        try {
            T result = work.get();
            execute("COMMIT");
            isCommitted = true;
            return result;
        } finally {
            isInTransaction = false;
            if (!isCommitted) {
                rollBack();
            }
        }
    }

    /** Some failures, such as a full disk, have already rolled back by themselves. */
    private void rollBack() {
        locked("ROLLBACK", () -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("ROLLBACK");
            } catch (SQLException e) {
                if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                    throw e;
                }
            }
            return null;
        });
    }

    @Override
    public Durability durability() {
        return Durability.ofLevel((int) (long) queryOne(row -> row.integer(0), "PRAGMA synchronous"));
    }

    @Override
    public int schemaVersion() {
        return (int) (long) queryOne(row -> row.integer(0), "PRAGMA user_version");
    }

    @Override
    public void noteSchemaVersion(int version) {
        execute("PRAGMA user_version = " + version);
    }

    @Override
    public void close() {
        locked("close", () -> {
            for (PreparedStatement statement : prepared.values()) {
                statement.close();
            }
            prepared.clear();
            connection.close();
            return null;
        });
    }

    private PreparedStatement bound(String sql, Object[] arguments) throws SQLException {
        PreparedStatement statement = prepare(sql);
        bind(statement, arguments);
        return statement;
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, Object[] arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            bind(statement, i + 1, arguments[i]);
        }
    }

    private static void bind(PreparedStatement statement, int index, Object argument) throws SQLException {
        if (argument instanceof UUID id) {
            statement.setBytes(index, Ids.toBytes(id).toByteArray());
        } else if (argument instanceof ByteString bytes) {
            statement.setBytes(index, bytes.toByteArray());
        } else if (argument instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else if (argument instanceof Boolean flag) {
            statement.setLong(index, flag ? 1 : 0);
        } else if (argument instanceof Long || argument instanceof Integer) {
            statement.setLong(index, ((Number) argument).longValue());
        } else if (argument instanceof String text) {
            statement.setString(index, text);
        } else if (argument == null) {
            statement.setObject(index, null);
        } else {
            throw new IllegalArgumentException(
                    "cannot store a " + argument.getClass().getName());
        }
    }

    private <T> T locked(String sql, JdbcWork<T> work) {
        lock.lock();
        try {
            return work.run();
        } catch (SQLException e) {
            throw new StorageException(e.getMessage() + ": " + sql, e);
        } finally {
            lock.unlock();
        }
    }

    private interface JdbcWork<T> {
        T run() throws SQLException;
    }

    private record JdbcRow(ResultSet rows) implements Row {
        @Override
        public boolean isNull(int column) {
            return read(() -> rows.getObject(column + 1)) == null;
        }

        @Override
        public long integer(int column) {
            return read(() -> rows.getLong(column + 1));
        }

        @Override
        public String text(int column) {
            return read(() -> rows.getString(column + 1));
        }

        @Override
        public byte[] blob(int column) {
            return read(() -> rows.getBytes(column + 1));
        }

        private static <T> T read(JdbcWork<T> read) {
            try {
                return read.run();
            } catch (SQLException e) {
                throw new StorageException("cannot read a column", e);
            }
        }
    }
}
