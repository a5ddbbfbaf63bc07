package tsunagi.server.storage;

import java.util.Map;
import java.util.Optional;

/** What differs between the engines that keep the data; everything else is one SQL. */
public enum Dialect {
    /**
     * One file, one writer at a time. A writer says so when it begins, since one that begins as a reader fails as soon
     * as somebody else wrote meanwhile.
     */
    SQLITE(Optional.of("BEGIN"), Optional.of("BEGIN IMMEDIATE"), "BLOB", " WITHOUT ROWID", "instr", 1, 100),

    /** PostgreSQL and what speaks its protocol; its driver begins by itself, as its connections are set up. */
    POSTGRESQL(Optional.empty(), Optional.empty(), "BYTEA", "", "strpos", 4, 1);

    private final Optional<String> beginRead;
    private final Optional<String> beginWrite;
    private final String blobType;
    private final String keyedTable;
    private final String position;
    private final int teamsAtOnce;
    private final int teamsTogether;

    Dialect(
            Optional<String> beginRead,
            Optional<String> beginWrite,
            String blobType,
            String keyedTable,
            String position,
            int teamsAtOnce,
            int teamsTogether) {
        this.beginRead = beginRead;
        this.beginWrite = beginWrite;
        this.blobType = blobType;
        this.keyedTable = keyedTable;
        this.position = position;
        this.teamsAtOnce = teamsAtOnce;
        this.teamsTogether = teamsTogether;
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

    /** How many teams one server may usefully write at the same time. */
    public int teamsAtOnce() {
        return teamsAtOnce;
    }

    /**
     * How many teams may share one transaction. A file has one writer anyway, and what a commit costs is better shared;
     * where teams may lie on different machines, or several writers would wait for each other's, each has its own.
     */
    public int teamsTogether() {
        return teamsTogether;
    }

    /** What follows the definition of a table whose rows are small and asked for by the first columns of their key. */
    public String keyedTable() {
        return keyedTable;
    }

    /** The function that says where in a text another begins, counted from 1; 0 when it is not in it. */
    public String position() {
        return position;
    }

    Optional<String> beginRead() {
        return beginRead;
    }

    Optional<String> beginWrite() {
        return beginWrite;
    }

    /** The names that migrations use for what differs. */
    Map<String, String> placeholders() {
        return Map.of("blob", blobType);
    }
}
