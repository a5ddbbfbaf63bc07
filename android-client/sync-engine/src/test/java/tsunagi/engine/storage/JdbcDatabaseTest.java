package tsunagi.engine.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JdbcDatabaseTest {
    private static final int SHORT_PATIENCE_MS = 50;

    static List<String> promises() {
        return LocalDatabaseContract.promises();
    }

    @ParameterizedTest
    @MethodSource("promises")
    void database_whenHeldAgainstTheContract_keepsThePromise(String promise, @TempDir Path directory) throws Throwable {
        LocalDatabaseContract.check(promise, JdbcDatabaseTest::open, directory);
    }

    private static LocalDatabase open(Path file, Durability durability) {
        return JdbcDatabase.open("jdbc:sqlite:" + file, durability, SHORT_PATIENCE_MS);
    }

    @Test
    void open_whenThereIsNoSuchDirectory_saysSo() {
        assertThatThrownBy(() -> JdbcDatabase.open("jdbc:sqlite:/nowhere/at/all.db", Durability.FULL))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("/nowhere/at/all.db");
    }
}
