package tsunagi.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaVersionsTest {
    private static final String FIRST = """
            CREATE TABLE a (x INTEGER);
            CREATE TABLE b (x INTEGER);
            """;
    private static final String SECOND = "ALTER TABLE a ADD COLUMN y INTEGER";

    @TempDir
    Path directory;

    private LocalDatabase database;

    @BeforeEach
    void open() {
        database = JdbcDatabase.open("jdbc:sqlite:" + directory.resolve("x.db"), Durability.OFF);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void bringUp_whenTheFileIsOlder_takesTheMissingStepsOnce() {
        new SchemaVersions(FIRST).bringUp(database);
        database.execute("INSERT INTO a (x) VALUES (1)");
        new SchemaVersions(FIRST, SECOND).bringUp(database);
        new SchemaVersions(FIRST, SECOND).bringUp(database);

        assertThat(database.query(row -> row.isNull(0), "SELECT y FROM a")).containsExactly(true);
        assertThat(database.query(row -> row.integer(0), "SELECT x FROM b")).isEmpty();
    }

    @Test
    void bringUp_whenAStepFails_leavesTheFileAsItWas() {
        SchemaVersions broken = new SchemaVersions(FIRST, "CREATE TABLE c (x);\nCREATE TABLE a (x);\n");

        assertThatThrownBy(() -> broken.bringUp(database)).isInstanceOf(StorageException.class);
        assertThat(database.query(row -> row.text(0), "SELECT name FROM sqlite_master"))
                .isEmpty();
    }

    @Test
    void bringUp_whenANewerProgramWroteTheFile_refuses() {
        new SchemaVersions(FIRST, SECOND).bringUp(database);

        assertThatThrownBy(() -> new SchemaVersions(FIRST).bringUp(database))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("newer program");
    }
}
