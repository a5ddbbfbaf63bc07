package tsunagi.server.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;

/** Files in a directory. */
public final class SqliteTestStorage implements TestStorage {
    private final Path directory;

    public SqliteTestStorage() {
        try {
            directory = Files.createTempDirectory("storage");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path file(String name) {
        return directory.resolve(name + ".db");
    }

    @Override
    public String url(String name) {
        return "jdbc:sqlite:" + file(name);
    }

    @Override
    public void copy(String from, String to) {
        try (var connection = DriverManager.getConnection(url(from));
                var statement = connection.createStatement()) {
            statement.execute("VACUUM INTO '" + file(to) + "'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void refuseToLog(Database database, UUID changeId) {
        database.write(connection -> Sql.of(
                        connection, """
                        CREATE TRIGGER fault BEFORE INSERT ON change_log WHEN NEW.change_id = x'%s'
                        BEGIN SELECT RAISE(ABORT, 'a fault'); END
                        """.formatted(changeId.toString().replace("-", "")))
                .update());
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
