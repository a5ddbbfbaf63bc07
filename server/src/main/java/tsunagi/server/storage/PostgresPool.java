package tsunagi.server.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Connections to PostgreSQL, or to what speaks its protocol. Whoever holds a team's row and falls silent, the server, its
 * machine or the network, loses it within {@link #TRANSACTION_MS}: the database ends that session by itself.
 */
final class PostgresPool {
    /** So long a writer waits for a row that another one holds. */
    private static final int LOCK_WAIT_MS = 5_000;

    private static final int STATEMENT_MS = 10_000;
    /** So long a writer may say nothing within a transaction. */
    private static final int SILENCE_MS = 5_000;
    /** So long a writer's transaction may take in all; PostgreSQL knows this since its version 17. */
    private static final int TRANSACTION_MS = 12_000;
    /** So long what was sent may stay unacknowledged before a line counts as dead. */
    private static final int LINE_DEAD_MS = 10_000;

    private static final int KEEPALIVE_AFTER_S = 5;
    private static final int KEEPALIVE_EVERY_S = 2;
    private static final int KEEPALIVES_MAX = 3;
    private static final int CONNECT_S = 5;
    /** So long an answer may take; longer than anything the database itself puts up with. */
    private static final int ANSWER_S = 20;

    private static final int POOL_WAIT_MS = 10_000;
    /** How many rows come at once, so that what is large need not be in memory at once. */
    private static final int FETCH_ROWS = 64;

    private PostgresPool() {}

    static HikariDataSource writers(Account account, int connectionsMax) {
        HikariConfig pool = pool("writer", account, connectionsMax);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        Map<String, Integer> limits = lineLimits();
        limits.put("lock_timeout", LOCK_WAIT_MS);
        limits.put("statement_timeout", STATEMENT_MS);
        limits.put("idle_in_transaction_session_timeout", SILENCE_MS);
        limits.put("transaction_timeout", TRANSACTION_MS);
        pool.setConnectionInitSql(settings(limits));
        return new HikariDataSource(pool);
    }

    /** Readers hold nothing that others wait for, so what they ask may take its time. */
    static HikariDataSource readers(Account account, int connectionsMax) {
        HikariConfig pool = pool("reader", account, connectionsMax);
        pool.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        pool.setReadOnly(true);
        pool.setConnectionInitSql(settings(lineLimits()));
        return new HikariDataSource(pool);
    }

    /** A connection for migrations, which take as long as they take. */
    static HikariDataSource migrator(Account account) {
        HikariConfig pool = new HikariConfig();
        connect(pool, "migrator", account);
        pool.setMaximumPoolSize(2);
        return new HikariDataSource(pool);
    }

    private static HikariConfig pool(String name, Account account, int connectionsMax) {
        HikariConfig pool = new HikariConfig();
        connect(pool, name, account);
        pool.setMaximumPoolSize(connectionsMax);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(POOL_WAIT_MS);
        // Without it the driver says BEGIN by itself, together with the first statement, and reads large answers bit by
        // bit.
        pool.setAutoCommit(false);
        pool.setIsolateInternalQueries(true);
        Properties line = new Properties();
        line.setProperty("tcpKeepAlive", "true");
        line.setProperty("connectTimeout", Integer.toString(CONNECT_S));
        line.setProperty("socketTimeout", Integer.toString(ANSWER_S));
        line.setProperty("defaultRowFetchSize", Integer.toString(FETCH_ROWS));
        pool.setDataSourceProperties(line);
        return pool;
    }

    private static void connect(HikariConfig pool, String name, Account account) {
        pool.setPoolName(name);
        pool.setJdbcUrl(account.url());
        pool.setUsername(account.user());
        pool.setPassword(account.password());
    }

    private static Map<String, Integer> lineLimits() {
        Map<String, Integer> limits = new LinkedHashMap<>();
        limits.put("tcp_keepalives_idle", KEEPALIVE_AFTER_S);
        limits.put("tcp_keepalives_interval", KEEPALIVE_EVERY_S);
        limits.put("tcp_keepalives_count", KEEPALIVES_MAX);
        limits.put("tcp_user_timeout", LINE_DEAD_MS);
        return limits;
    }

    /** Sets what this engine and its version know of these. */
    private static String settings(Map<String, Integer> limits) {
        String wanted = limits.entrySet().stream()
                .map(limit -> "('" + limit.getKey() + "', '" + limit.getValue() + "')")
                .collect(Collectors.joining(", "));
        return "SELECT set_config(wanted.name, wanted.value, false) FROM (VALUES " + wanted
                + ") AS wanted (name, value) JOIN pg_settings ON pg_settings.name = wanted.name";
    }
}
