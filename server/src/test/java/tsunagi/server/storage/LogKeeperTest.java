package tsunagi.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogKeeperTest {
    @Test
    void workLogIn_putsWhatWasCommittedIntoTheFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("server.db");
        Path fileAlone = directory.resolve("without-log.db");
        try (Database database = Database.open("jdbc:sqlite:" + file)) {
            database.write(connection -> Sql.of(connection, "INSERT INTO body (body_id, name) VALUES ('b', '保健所')")
                    .update());

            database.workLogIn();

            Files.copy(file, fileAlone);
        }
        try (Database copy = Database.connect("jdbc:sqlite:" + fileAlone, null, null)) {
            assertThat(copy.<List<String>>read(connection ->
                            Sql.of(connection, "SELECT name FROM body").list(row -> row.text("name"))))
                    .containsExactly("保健所");
        }
    }
}
