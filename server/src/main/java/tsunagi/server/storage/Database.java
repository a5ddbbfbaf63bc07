package tsunagi.server.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteConfig;

/**
 * The server's database: runs work in transactions. On SQLite one writes at a time, and readers beside it see what was
 * committed before they began. Thread-safe.
 */
public final class Database implements AutoCloseable {
    private static final int READERS_MAX = 8;
    private static final int POSTGRESQL_WRITERS_MAX = 8;
    private static final int BUSY_TIMEOUT_MS = 15_000;
    /** Of each SQLite connection; an index that does not fit is read and written over and over. */
    private static final int CACHE_KIB = 32 * 1024;
    /** How long SQLite's log grows before it is worked into the file. */
    private static final int CHECKPOINT_PAGES = 4_000;

    private final Dialect dialect;
    private final HikariDataSource writers;
    private final HikariDataSource readers;

    private Database(Dialect dialect, HikariDataSource writers, HikariDataSource readers) {
        this.dialect = dialect;
        this.writers = writers;
        this.readers = readers;
    }

    /** Opens a database that needs no account, bringing its tables up to date first. */
    public static Database open(String url) {
        return open(url, null, null);
    }

    /** Opens a database, bringing its tables up to date first. */
    public static Database open(String url, String user, String password) {
        Database database = connect(url, user, password);
        try {
            database.migrate();
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        return database;
    }

    /** Opens a database whose tables are known to be up to date, such as one that was open a moment ago. */
    public static Database connect(String url, String user, String password) {
        Dialect dialect = Dialect.of(url);
        Account account = new Account(url, user, password);
        return switch (dialect) {
            case SQLITE -> new Database(dialect, sqlite("writer", account, 1), sqlite("reader", account, READERS_MAX));
            case POSTGRESQL ->
                new Database(
                        dialect,
                        postgresql("writer", account, POSTGRESQL_WRITERS_MAX),
                        postgresql("reader", account, READERS_MAX));
        };
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Runs work that only reads, all of it on one state of the database. */
    public <T> T read(Work<T> work) {
        return run(readers, dialect.beginRead(), work);
    }

    /** Runs work that writes: all of it is kept, or nothing when it throws. */
    public <T> T write(Work<T> work) {
        return run(writers, dialect.beginWrite(), work);
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }

    private static <T> T run(DataSource pool, String begin, Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            execute(connection, begin);
            T result;
            try {
                result = work.on(connection);
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(connection, e);
                throw e;
            }
            commit(connection);
            return result;
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private static void commit(Connection connection) throws SQLException {
        try {
            execute(connection, "COMMIT");
        } catch (SQLException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static void rollBack(Connection connection, Throwable because) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(writers)
                .locations("classpath:db/migration/common")
                .placeholders(dialect.placeholders())
                .load()
                .migrate();
    }

    private static HikariDataSource sqlite(String name, Account account, int connectionsMax) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.setCacheSize(-CACHE_KIB);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(CHECKPOINT_PAGES));
        // What is erased must not lie about in pages that are free.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        HikariConfig pool = new HikariConfig();
        pool.setDataSourceProperties(config.toProperties());
        return pool(name, account, connectionsMax, pool);
    }

    private static HikariDataSource postgresql(String name, Account account, int connectionsMax) {
        return pool(name, account, connectionsMax, new HikariConfig());
    }

    private static HikariDataSource pool(String name, Account account, int connectionsMax, HikariConfig config) {
        config.setPoolName(name);
        config.setJdbcUrl(account.url());
        config.setUsername(account.user());
        config.setPassword(account.password());
        config.setMaximumPoolSize(connectionsMax);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    /** Where the database is, and who asks. */
    private record Account(String url, String user, String password) {}
}
