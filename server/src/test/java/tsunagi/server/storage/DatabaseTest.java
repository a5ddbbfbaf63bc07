package tsunagi.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.server.team.Teams;

@StorageContract
class DatabaseTest {
    private static final UUID TEAM = new UUID(1, 1);

    private final Teams teams = new Teams();
    private Database database;

    @BeforeEach
    void open(TestStorage storage) {
        database = storage.open("server");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void open_whenThereIsNothing_makesEveryTable() {
        assertThat(database.<Long>read(connection -> Sql.of(connection, "SELECT count(*) AS n FROM change_log")
                        .first(row -> row.number("n"))
                        .orElseThrow()))
                .isZero();
    }

    @Test
    void write_whenWorkThrows_keepsNothing() {
        assertThatThrownBy(() -> database.write(connection -> {
                    teams.open(connection, TEAM, "sake");
                    throw new IllegalStateException("half way");
                }))
                .hasMessage("half way");

        assertThat(database.<Boolean>read(
                        connection -> teams.find(connection, TEAM).isPresent()))
                .isFalse();
    }

    @Test
    void read_whileSomebodyWrites_seesOneState() {
        database.write(connection -> {
            teams.open(connection, TEAM, "before");
            return null;
        });

        String seen = database.read(reader -> {
            teams.find(reader, TEAM);
            database.write(writer -> {
                teams.open(writer, TEAM, "after");
                return null;
            });
            return teams.find(reader, TEAM).orElseThrow().name();
        });

        assertThat(seen).isEqualTo("before");
    }

    @Test
    void bytes_whenEmpty_areNotNull() {
        database.write(connection -> Sql.of(
                        connection, "INSERT INTO team VALUES (?, 'x', 'OPEN', 0, ?, 0)", TEAM, ByteString.EMPTY)
                .update());

        ByteString mark = database.read(
                connection -> teams.find(connection, TEAM).orElseThrow().mark());

        assertThat(mark).isEqualTo(ByteString.EMPTY);
    }

    @Test
    void write_whenTheDataIsAtFault_saysSo() {
        database.write(connection -> {
            teams.open(connection, TEAM, "once");
            return null;
        });

        assertThatThrownBy(() -> database.write(connection -> {
                    try (Batch batch = new Batch(connection, "INSERT INTO team VALUES (?, 'x', 'OPEN', 0, ?, 0)")) {
                        batch.add(TEAM, ByteString.EMPTY);
                        batch.run();
                    }
                    return null;
                }))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.blamesData()).isTrue());
    }

    @Test
    void write_whenTheDatabaseIsGone_doesNotBlameTheData() {
        database.close();

        assertThatThrownBy(() -> database.write(connection -> null))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.blamesData()).isFalse());
    }
}
