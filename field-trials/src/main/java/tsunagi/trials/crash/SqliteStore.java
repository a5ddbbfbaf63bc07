package tsunagi.trials.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tsunagi.server.storage.Database;

/** A SQLite file, and the log beside it. */
final class SqliteStore implements Store {
    private final Path file;
    private final Path copy;

    SqliteStore(Path directory) {
        this.file = directory.resolve("tsunagi.db");
        this.copy = directory.resolve("look.db");
    }

    @Override
    public String url() {
        return "jdbc:sqlite:" + file;
    }

    @Override
    public Database look() throws IOException {
        // A copy, since opening the files themselves would work the log into them before the server does.
        for (String end : new String[] {"", "-wal"}) {
            Path from = Path.of(file + end);
            Path to = Path.of(copy + end);
            Files.deleteIfExists(to);
            if (Files.exists(from)) {
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.deleteIfExists(Path.of(copy + "-shm"));
        return Database.connect("jdbc:sqlite:" + copy, null, null);
    }

    @Override
    public void close() {
        // The files go with their directory.
    }
}
