package tsunagi.server.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The server's database: runs work in transactions. On SQLite one writes at a time, and readers beside it see what was
 * committed before they began. Thread-safe.
 */
public final class Database implements AutoCloseable {
    private static final int READERS_MAX = 8;
    private static final int POSTGRESQL_WRITERS_MAX = 8;

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
            database.migrate(new Account(url, user, password));
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
            case SQLITE -> new Database(dialect, SqlitePool.writer(account), SqlitePool.readers(account, READERS_MAX));
            case POSTGRESQL ->
                new Database(
                        dialect,
                        PostgresPool.writers(account, POSTGRESQL_WRITERS_MAX),
                        PostgresPool.readers(account, READERS_MAX));
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

    /** Works what was committed into the SQLite file, beside those who write; other engines see to it themselves. */
    void workLogIn() {
        if (dialect == Dialect.SQLITE) {
            try (Connection connection = readers.getConnection()) {
                Sql.of(connection, "PRAGMA wal_checkpoint(PASSIVE)").list(row -> row);
            } catch (SQLException e) {
                throw new StorageException(e);
            }
        }
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }

    private static <T> T run(DataSource pool, Optional<String> begin, Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            if (begin.isPresent()) {
                execute(connection, begin.get());
            }
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
            end(connection, "COMMIT");
        } catch (SQLException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static void rollBack(Connection connection, Throwable because) {
        try {
            end(connection, "ROLLBACK");
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Prepared prepared = Prepared.on(connection, sql)) {
            prepared.statement().execute();
        }
    }

    /** A driver that said BEGIN by itself wants to be the one who ends it. */
    private static void end(Connection connection, String how) throws SQLException {
        if (connection.getAutoCommit()) {
            execute(connection, how);
        } else if (how.equals("COMMIT")) {
            connection.commit();
        } else {
            connection.rollback();
        }
    }

    private void migrate(Account account) {
        switch (dialect) {
            case SQLITE -> migrate(writers);
            case POSTGRESQL -> {
                try (HikariDataSource migrator = PostgresPool.migrator(account)) {
                    migrate(migrator);
                }
            }
        }
    }

    private void migrate(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/common")
                .placeholders(dialect.placeholders())
                .load()
                .migrate();
    }
}
