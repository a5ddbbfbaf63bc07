package tsunagi.server.storage;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works SQLite's log into its file little by little, so that no commit has to do it while tablets wait. */
public final class LogKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogKeeper.class);
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final Database database;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "log-keeper");

    public LogKeeper(Database database) {
        this.database = database;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closing.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                workLogIn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void workLogIn() {
        try {
            database.workLogIn();
        } catch (StorageException e) {
            LOG.warn("the log could not be worked into the database; the next commits do it", e);
        }
    }
}
