package tsunagi.server.storage;

import java.util.UUID;

/** A place of its own for the databases of one test, each with a name; what is left of them goes when it is closed. */
public interface TestStorage extends AutoCloseable {
    /** Where the database of this name is, or will be. */
    String url(String name);

    /** A copy of a database as it stands, as a backup makes it. */
    void copy(String from, String to);

    /** From now on the database refuses to log the change with this id. */
    void refuseToLog(Database database, UUID changeId);

    @Override
    void close();

    default Database open(String name) {
        return Database.open(url(name));
    }
}
