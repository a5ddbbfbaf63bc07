package tsunagi.engine.storage;

/** How firmly a commit holds: SQLite's synchronous level. */
public enum Durability {
    /** Nothing is forced to disk. For tests and the simulation only. */
    OFF(0),
    /** A crash of the program loses nothing; a loss of power may undo the last commits, never tear one. */
    NORMAL(1),
    /** A commit that returned is on disk. */
    FULL(2);

    private final int level;

    Durability(int level) {
        this.level = level;
    }

    /** The number that PRAGMA synchronous takes and answers. */
    public int level() {
        return level;
    }

    /** The level that PRAGMA synchronous answered. */
    public static Durability ofLevel(int level) {
        // EXTRA (3) syncs more than FULL does.
        return level >= FULL.level ? FULL : values()[level];
    }
}
