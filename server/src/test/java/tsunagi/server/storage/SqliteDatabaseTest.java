package tsunagi.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How a SQLite file is kept. */
class SqliteDatabaseTest {
    @Test
    void open_writesThroughToDisk() {
        try (SqliteTestStorage storage = new SqliteTestStorage();
                Database database = storage.open("server")) {
            assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(database, "synchronous")).isEqualTo("2");
        }
    }

    private static String pragma(Database database, String name) {
        return database.write(connection -> Sql.of(connection, "PRAGMA " + name)
                .first(row -> row.text(name))
                .orElseThrow());
    }
}
