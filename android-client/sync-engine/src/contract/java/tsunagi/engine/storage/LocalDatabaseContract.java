package tsunagi.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * What every {@link LocalDatabase} must do: each public method is one promise, to be checked on a directory of its own.
 * It names no test framework, since desk and tablet are tested by different ones.
 */
public final class LocalDatabaseContract {
    private static final RowReader<String> TEXT = row -> row.text(0);
    private static final RowReader<Long> INTEGER = row -> row.integer(0);

    private final Opener opener;
    private final Path directory;
    private final List<LocalDatabase> opened = new ArrayList<>();
    private final LocalDatabase database;

    private LocalDatabaseContract(Opener opener, Path directory) {
        this.opener = opener;
        this.directory = directory;
        this.database = opened(directory.resolve("tablet.db"), Durability.FULL);
        database.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT, content BLOB)");
    }

    /** Opens a file, waiting only shortly for others who hold it. */
    public interface Opener {
        LocalDatabase open(Path file, Durability durability);
    }

    /** The names of all promises. */
    public static List<String> promises() {
        return Arrays.stream(LocalDatabaseContract.class.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(Method::getName)
                .filter(name -> name.contains("_when"))
                .sorted()
                .toList();
    }

    /** Checks one promise, in an empty directory. */
    public static void check(String promise, Opener opener, Path directory) throws Throwable {
        LocalDatabaseContract contract = new LocalDatabaseContract(opener, directory);
        try {
            LocalDatabaseContract.class.getDeclaredMethod(promise).invoke(contract);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            contract.opened.forEach(LocalDatabase::close);
        }
    }

    private LocalDatabase opened(Path file, Durability durability) {
        LocalDatabase other = opener.open(file, durability);
        opened.add(other);
        return other;
    }

    public void query_whenRowsWereInserted_readsThemBack() {
        assertThat(database.execute("INSERT INTO note (id, text) VALUES (?, ?)", 1, "蔵"))
                .isEqualTo(1);
        database.execute("INSERT INTO note (id, text) VALUES (?, ?)", 2L, "事務所");

        assertThat(database.query(TEXT, "SELECT text FROM note ORDER BY id")).containsExactly("蔵", "事務所");
        assertThat(database.execute("UPDATE note SET text = 'x'")).isEqualTo(2);
        assertThat(database.execute("DELETE FROM note WHERE id = 9")).isZero();
    }

    public void query_whenTextHasAnyScript_readsTheSameText() {
        String text = "𠮷野家 😀👩‍⚕️ ｱｶｻﾞ é\u0301 ﷽ \t\n";
        database.execute("INSERT INTO note (id, text) VALUES (1, ?)", text);

        assertThat(database.queryOne(TEXT, "SELECT text FROM note")).isEqualTo(text);
        assertThat(database.query(INTEGER, "SELECT id FROM note WHERE text = ?", text))
                .containsExactly(1L);
    }

    public void query_whenColumnsAreNullOrBytes_tellsThemApart() {
        byte[] bytes = {0, 1, -1, 0};
        database.execute("INSERT INTO note (id, text, content) VALUES (1, ?, ?)", null, bytes);
        database.execute("INSERT INTO note (id, text, content) VALUES (2, ?, ?)", "", new byte[0]);

        assertThat(database.query(row -> row.isNull(0), "SELECT text FROM note ORDER BY id"))
                .containsExactly(true, false);
        assertThat(database.query(row -> row.blob(0), "SELECT content FROM note ORDER BY id"))
                .containsExactly(bytes, new byte[0]);
    }

    public void query_whenArgumentsAreIdsAndFlags_findsThem() {
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

    public void query_whenNumbersAreLarge_keepsThemWhole() {
        database.execute("INSERT INTO note (id) VALUES (?)", Long.MAX_VALUE);

        assertThat(database.queryOne(INTEGER, "SELECT id FROM note")).isEqualTo(Long.MAX_VALUE);
    }

    public void inTransaction_whenWorkThrows_undoesEverythingAndPassesItOn() {
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

    public void inTransaction_whenAStatementFails_undoesEverything() {
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    insert(1);
                    insert(1);
                }))
                .isInstanceOf(StorageException.class);

        assertThat(count(database)).isZero();
    }

    public void inTransaction_whenOtherThreadsWork_keepsThemApart() throws InterruptedException {
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

    public void executeBatch_whenOneFails_undoesAll() {
        assertThatThrownBy(() -> database.executeBatch(
                        "INSERT INTO note (id) VALUES (?)",
                        Arrays.asList(new Object[] {1}, new Object[] {2}, new Object[] {1})))
                .isInstanceOf(StorageException.class);
        assertThat(count(database)).isZero();

        database.executeBatch("INSERT INTO note (id) VALUES (?)", Arrays.asList(new Object[] {1}, new Object[] {2}));
        assertThat(count(database)).isEqualTo(2);
    }

    public void open_whenTheProgramDiedBetweenCommits_findsWhatWasCommitted() throws IOException {
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

    public void open_whenTheFirstWasNeverClosed_findsWhatWasCommitted() {
        insert(1);

        assertThat(count(opened(directory.resolve("tablet.db"), Durability.FULL)))
                .isEqualTo(1);
    }

    public void durability_whenOpened_isReadBackFromTheDatabase() {
        assertThat(database.durability()).isEqualTo(Durability.FULL);
        assertThat(opened(directory.resolve("normal.db"), Durability.NORMAL).durability())
                .isEqualTo(Durability.NORMAL);
        assertThat(opened(directory.resolve("off.db"), Durability.OFF).durability())
                .isEqualTo(Durability.OFF);
        database.execute("PRAGMA synchronous = 1");
        assertThat(database.durability()).isEqualTo(Durability.NORMAL);
    }

    public void schemaVersion_whenNoted_isFoundAfterReopening() {
        assertThat(database.schemaVersion()).isZero();
        database.inTransaction(() -> database.noteSchemaVersion(3));
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    database.noteSchemaVersion(4);
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");

        assertThat(opened(directory.resolve("tablet.db"), Durability.FULL).schemaVersion())
                .isEqualTo(3);
    }

    public void inTransaction_whenAnotherProgramWrites_failsAfterItsPatience() {
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
