package tsunagi.server.storage;

import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Thrown when the database did not do what it was asked to; the outcome of a commit may be unknown. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** SQLSTATE classes that blame the data or the statement. */
    private static final Set<String> BLAMES_DATA = Set.of("22", "23", "42", "54");

    /** What SQLite says when it blames the data or the statement. */
    private static final Set<SQLiteErrorCode> BLAMES_DATA_SQLITE = Set.of(
            SQLiteErrorCode.SQLITE_ERROR,
            SQLiteErrorCode.SQLITE_CONSTRAINT,
            SQLiteErrorCode.SQLITE_TOOBIG,
            SQLiteErrorCode.SQLITE_MISMATCH,
            SQLiteErrorCode.SQLITE_RANGE);

    private final boolean blamesData;

    public StorageException(SQLException cause) {
        super(cause.getMessage(), cause);
        this.blamesData = blamesData(cause);
    }

    /** True when the same work would fail again; otherwise the disk, the line or somebody else was in the way. */
    public boolean blamesData() {
        return blamesData;
    }

    private static boolean blamesData(SQLException cause) {
        if (cause instanceof SQLiteException sqlite) {
            int primaryCode = sqlite.getResultCode().code & 0xff;
            return BLAMES_DATA_SQLITE.contains(SQLiteErrorCode.getErrorCode(primaryCode));
        }
        return cause.getSQLState() != null
                && cause.getSQLState().length() == 5
                && BLAMES_DATA.contains(cause.getSQLState().substring(0, 2));
    }
}
