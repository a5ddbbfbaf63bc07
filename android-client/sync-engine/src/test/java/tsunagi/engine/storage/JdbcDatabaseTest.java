package tsunagi.engine.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JdbcDatabaseTest extends LocalDatabaseContract {
    private static final int SHORT_PATIENCE_MS = 50;

    @Override
    protected LocalDatabase open(Path file, Durability durability) {
        return JdbcDatabase.open("jdbc:sqlite:" + file, durability, SHORT_PATIENCE_MS);
    }

    @Test
    void open_whenThereIsNoSuchDirectory_saysSo() {
        assertThatThrownBy(() -> JdbcDatabase.open("jdbc:sqlite:/nowhere/at/all.db", Durability.FULL))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("/nowhere/at/all.db");
    }
}
