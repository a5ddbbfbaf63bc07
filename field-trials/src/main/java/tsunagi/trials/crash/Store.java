package tsunagi.trials.crash;

import java.io.IOException;
import tsunagi.server.storage.Database;

/** Where the server of a trial keeps its data. */
interface Store extends AutoCloseable {
    /** The JDBC URL that the server is given. */
    String url();

    /** What the database holds just now, seen without touching what a dead server left of it. */
    Database look() throws IOException;

    @Override
    void close() throws IOException;
}
