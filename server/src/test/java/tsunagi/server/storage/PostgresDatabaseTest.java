package tsunagi.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How connections to PostgreSQL are kept. */
class PostgresDatabaseTest {
    private PostgresTestStorage storage;
    private Database database;

    @BeforeEach
    void open() {
        storage = new PostgresTestStorage(EmbeddedServer.url());
        database = storage.open("server");
    }

    @AfterEach
    void close() {
        database.close();
        storage.close();
    }

    @Test
    void write_mayNotHoldARowForLong() {
        assertThat(setting("lock_timeout")).isEqualTo("5s");
        assertThat(setting("statement_timeout")).isEqualTo("10s");
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("5s");
        assertThat(setting("transaction_timeout")).isEqualTo("12s");
    }

    @Test
    void visit_whenTheVisitorHasSeenEnough_leavesTheRestInTheDatabase() {
        List<Long> seen = new ArrayList<>();

        // The row that cannot be computed is far behind the one at which the visitor stops.
        database.<Void>read(connection -> {
            Sql.of(connection, "SELECT 1 / (1000 - n) AS one, n FROM generate_series(1, 2000) AS n")
                    .visit(row -> {
                        seen.add(row.number("n"));
                        return seen.size() < 3;
                    });
            return null;
        });

        assertThat(seen).containsExactly(1L, 2L, 3L);
    }

    @Test
    void write_whenTheSessionWasEnded_goesOnWithAnother() {
        assertThatThrownBy(() ->
                        database.write(connection -> Sql.of(connection, "SELECT pg_terminate_backend(pg_backend_pid())")
                                .first(row -> true)))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.blamesData()).isFalse());

        assertThat(setting("lock_timeout")).isEqualTo("5s");
    }

    private String setting(String name) {
        return database.write(connection -> Sql.of(connection, "SELECT current_setting('" + name + "') AS value")
                .first(row -> row.text("value"))
                .orElseThrow());
    }
}
