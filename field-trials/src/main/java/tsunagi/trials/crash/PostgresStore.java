package tsunagi.trials.crash;

import java.io.IOException;
import tsunagi.server.storage.Database;
import tsunagi.trials.process.EmbeddedDatabase;

/** A PostgreSQL that runs beside the server and outlives it. */
final class PostgresStore implements Store {
    private final EmbeddedDatabase postgres;

    PostgresStore() throws IOException {
        this.postgres = EmbeddedDatabase.start();
    }

    @Override
    public String url() {
        return postgres.url();
    }

    @Override
    public Database look() {
        return Database.connect(url(), null, null);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
