package tsunagi.server.storage;

import java.util.Map;

/** What differs between the engines that keep the data; everything else is one SQL. */
public enum Dialect {
    /**
     * One file, one writer at a time. A writer says so when it begins, since one that begins as a reader fails as soon
     * as somebody else wrote meanwhile.
     */
    SQLITE("BEGIN", "BEGIN IMMEDIATE", "BLOB"),

    /** PostgreSQL and what speaks its protocol. */
    POSTGRESQL("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "BEGIN ISOLATION LEVEL READ COMMITTED", "BYTEA");

    private final String beginRead;
    private final String beginWrite;
    private final String blobType;

    Dialect(String beginRead, String beginWrite, String blobType) {
        this.beginRead = beginRead;
        this.beginWrite = beginWrite;
        this.blobType = blobType;
    }

    /** The dialect that this JDBC URL calls for. */
    public static Dialect of(String url) {
        if (url.startsWith("jdbc:sqlite:")) {
            return SQLITE;
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new IllegalArgumentException("neither a SQLite nor a PostgreSQL URL: " + url);
    }

    String beginRead() {
        return beginRead;
    }

    String beginWrite() {
        return beginWrite;
    }

    /** The names that migrations use for what differs. */
    Map<String, String> placeholders() {
        return Map.of("blob", blobType);
    }
}
