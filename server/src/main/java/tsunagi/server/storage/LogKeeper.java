package tsunagi.server.storage;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works SQLite's log into its file little by little, so that no commit has to do it while tablets wait. */
public final class LogKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogKeeper.class);
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final Database database;
    private final Rounds rounds = new Rounds("log-keeper", INTERVAL, this::workLogIn);

    public LogKeeper(Database database) {
        this.database = database;
    }

    public void start() {
        rounds.start();
    }

    @Override
    public void close() {
        rounds.close();
    }

    private Duration workLogIn() {
        try {
            database.workLogIn();
        } catch (StorageException e) {
            LOG.warn("the log could not be worked into the database; the next commits do it", e);
        }
        return INTERVAL;
    }
}
