package tsunagi.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link LocalDatabase} must do. */
abstract class LocalDatabaseContract {
    private static final RowReader<String> TEXT = row -> row.text(0);
    private static final RowReader<Long> INTEGER = row -> row.integer(0);

    @TempDir
    Path directory;

    private final List<LocalDatabase> opened = new ArrayList<>();
    private LocalDatabase database;

    /** Opens the file, waiting only shortly for others who hold it. */
    protected abstract LocalDatabase open(Path file, Durability durability);

    @BeforeEach
    void makeTable() {
        database = opened(directory.resolve("tablet.db"), Durability.FULL);
        database.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT, content BLOB)");
    }

    @AfterEach
    void closeAll() {
        opened.forEach(LocalDatabase::close);
    }

    private LocalDatabase opened(Path file, Durability durability) {
        LocalDatabase other = open(file, durability);
        opened.add(other);
        return other;
    }

    @Test
    void query_whenRowsWereInserted_readsThemBack() {
        assertThat(database.execute("INSERT INTO note (id, text) VALUES (?, ?)", 1, "蔵"))
                .isEqualTo(1);
        database.execute("INSERT INTO note (id, text) VALUES (?, ?)", 2L, "事務所");

        assertThat(database.query(TEXT, "SELECT text FROM note ORDER BY id")).containsExactly("蔵", "事務所");
        assertThat(database.execute("UPDATE note SET text = 'x'")).isEqualTo(2);
        assertThat(database.execute("DELETE FROM note WHERE id = 9")).isZero();
    }

    @Test
    void query_whenTextHasAnyScript_readsTheSameText() {
        String text = "𠮷野家 😀👩‍⚕️ ｱｶｻﾞ é\u0301 ﷽ \t\n";
        database.execute("INSERT INTO note (id, text) VALUES (1, ?)", text);

        assertThat(database.queryOne(TEXT, "SELECT text FROM note")).isEqualTo(text);
        assertThat(database.query(INTEGER, "SELECT id FROM note WHERE text = ?", text))
                .containsExactly(1L);
    }

    @Test
    void query_whenColumnsAreNullOrBytes_tellsThemApart() {
        byte[] bytes = {0, 1, -1, 0};
        database.execute("INSERT INTO note (id, text, content) VALUES (1, ?, ?)", null, bytes);
        database.execute("INSERT INTO note (id, text, content) VALUES (2, ?, ?)", "", new byte[0]);

        assertThat(database.query(row -> row.isNull(0), "SELECT text FROM note ORDER BY id"))
                .containsExactly(true, false);
        assertThat(database.query(row -> row.blob(0), "SELECT content FROM note ORDER BY id"))
                .containsExactly(bytes, new byte[0]);
    }

    @Test
    void query_whenArgumentsAreIdsAndFlags_findsThem() {
        UUID id = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
        database.execute("INSERT INTO note (id, content) VALUES (?, ?)", true, id);
        database.execute("INSERT INTO note (id, content) VALUES (?, ?)", 2, ByteString.copyFromUtf8("x"));

        UUID read = database.queryOne(row -> row.id(0), "SELECT content FROM note WHERE content = ?", id);
        Boolean flag = database.queryOne(row -> row.flag(0), "SELECT id FROM note WHERE content = ?", id);
        ByteString bytes = database.queryOne(row -> row.bytes(0), "SELECT content FROM note WHERE id = 2");
        assertThat(read).isEqualTo(id);
        assertThat(flag).isTrue();
        assertThat(bytes).isEqualTo(ByteString.copyFromUtf8("x"));
    }

    @Test
    void query_whenNumbersAreLarge_keepsThemWhole() {
        database.execute("INSERT INTO note (id) VALUES (?)", Long.MAX_VALUE);

        assertThat(database.queryOne(INTEGER, "SELECT id FROM note")).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void inTransaction_whenWorkThrows_undoesEverythingAndPassesItOn() {
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    insert(1);
                    database.inTransaction(() -> insert(2));
                    throw new IllegalStateException("stop");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("stop");

        assertThat(count(database)).isZero();
        database.inTransaction(() -> insert(3));
        assertThat(count(database)).isEqualTo(1);
    }

    @Test
    void inTransaction_whenAStatementFails_undoesEverything() {
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    insert(1);
                    insert(1);
                }))
                .isInstanceOf(StorageException.class);

        assertThat(count(database)).isZero();
    }

    @Test
    void inTransaction_whenOtherThreadsWork_keepsThemApart() throws InterruptedException {
        CountDownLatch isInside = new CountDownLatch(1);
        Thread other = new Thread(() -> database.inTransaction(() -> {
            insert(1);
            isInside.countDown();
            insert(2);
        }));
        other.start();
        isInside.await();

        assertThat(count(database)).isEqualTo(2);
        other.join();
    }

    @Test
    void executeBatch_whenOneFails_undoesAll() {
        assertThatThrownBy(() -> database.executeBatch(
                        "INSERT INTO note (id) VALUES (?)",
                        Arrays.asList(new Object[] {1}, new Object[] {2}, new Object[] {1})))
                .isInstanceOf(StorageException.class);
        assertThat(count(database)).isZero();

        database.executeBatch("INSERT INTO note (id) VALUES (?)", Arrays.asList(new Object[] {1}, new Object[] {2}));
        assertThat(count(database)).isEqualTo(2);
    }

    @Test
    void open_whenTheProgramDiedBetweenCommits_findsWhatWasCommitted() throws IOException {
        insert(1);
        List<Path> image = new ArrayList<>();
        try {
            database.inTransaction(() -> {
                insert(2);
                image.add(crashImage());
                throw new IllegalStateException("killed");
            });
        } catch (IllegalStateException killed) {
            assertThat(killed).hasMessage("killed");
        }

        LocalDatabase reopened = opened(image.get(0), Durability.FULL);
        assertThat(reopened.query(INTEGER, "SELECT id FROM note")).containsExactly(1L);
        reopened.execute("INSERT INTO note (id) VALUES (3)");
    }

    @Test
    void open_whenTheFirstWasNeverClosed_findsWhatWasCommitted() {
        insert(1);

        assertThat(count(opened(directory.resolve("tablet.db"), Durability.FULL)))
                .isEqualTo(1);
    }

    @Test
    void durability_whenOpened_isReadBackFromTheDatabase() {
        assertThat(database.durability()).isEqualTo(Durability.FULL);
        assertThat(opened(directory.resolve("normal.db"), Durability.NORMAL).durability())
                .isEqualTo(Durability.NORMAL);
        assertThat(opened(directory.resolve("off.db"), Durability.OFF).durability())
                .isEqualTo(Durability.OFF);
        database.execute("PRAGMA synchronous = 1");
        assertThat(database.durability()).isEqualTo(Durability.NORMAL);
    }

    @Test
    void inTransaction_whenAnotherProgramWrites_failsAfterItsPatience() {
        LocalDatabase other = opened(directory.resolve("tablet.db"), Durability.FULL);
        other.inTransaction(() -> {
            other.execute("INSERT INTO note (id) VALUES (1)");
            assertThat(count(database)).isZero();
            assertThatThrownBy(() -> insert(2)).isInstanceOf(StorageException.class);
        });

        insert(2);
        assertThat(count(database)).isEqualTo(2);
    }

    private void insert(long id) {
        database.execute("INSERT INTO note (id) VALUES (?)", id);
    }

    private static long count(LocalDatabase database) {
        return database.queryOne(INTEGER, "SELECT count(*) FROM note");
    }

    /** The bytes on disk at this moment, as a new start after a crash would find them. */
    private Path crashImage() {
        try (Stream<Path> files = Files.list(directory)) {
            Path image = Files.createTempDirectory(directory, "crashed");
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (!file.toString().endsWith("-shm")) {
                    Files.copy(file, image.resolve(file.getFileName()));
                }
            }
            return image.resolve("tablet.db");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
