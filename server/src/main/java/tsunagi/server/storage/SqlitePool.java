package tsunagi.server.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.sqlite.SQLiteConfig;

/** Connections to a SQLite file. */
final class SqlitePool {
    private static final int BUSY_TIMEOUT_MS = 15_000;
    /** An index that does not fit is read and written over and over. */
    private static final int WRITER_CACHE_KIB = 32 * 1024;
    /** Of each reader; they come for what was written a moment ago, or for all there is, page by page. */
    private static final int READER_CACHE_KIB = 4 * 1024;
    /**
     * How long SQLite's log grows before a commit works it into the file. {@link LogKeeper} has done most of it by then;
     * only a commit that finds nobody at work lets the log begin anew.
     */
    private static final int CHECKPOINT_PAGES = 32_000;

    private SqlitePool() {}

    /** The one that writes. */
    static HikariDataSource writer(Account account) {
        return open("writer", account, 1, WRITER_CACHE_KIB);
    }

    static HikariDataSource readers(Account account, int connectionsMax) {
        return open("reader", account, connectionsMax, READER_CACHE_KIB);
    }

    private static HikariDataSource open(String name, Account account, int connectionsMax, int cacheKib) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.setCacheSize(-cacheKib);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(CHECKPOINT_PAGES));
        // What is erased must not lie about in pages that are free.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setDataSource(new KeepingDataSource(config, account.url()));
        pool.setMaximumPoolSize(connectionsMax);
        pool.setMinimumIdle(1);
        return new HikariDataSource(pool);
    }
}
