package tsunagi.server.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One PostgreSQL for all tests of this virtual machine; it starts when the first of them asks and ends with it. */
final class EmbeddedServer {
    private static final EmbeddedPostgres RUNNING = start();

    private EmbeddedServer() {}

    static String url() {
        return RUNNING.getJdbcUrl("postgres", "postgres");
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
