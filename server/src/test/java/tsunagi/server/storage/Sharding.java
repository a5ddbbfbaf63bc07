package tsunagi.server.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Spreads a schema over the nodes of an engine that has several, as Citus does: what belongs to a team, by team. */
final class Sharding {
    private static final String HAS_TEAM = """
            SELECT tablename, EXISTS (SELECT 1 FROM information_schema.columns
                WHERE table_schema = schemaname AND table_name = tablename AND column_name = 'team_id') AS has_team
            FROM pg_tables WHERE schemaname = ? AND tablename <> 'flyway_schema_history'
            """;

    private Sharding() {}

    /** Does nothing where the engine has but one node. */
    static void apply(String url, String schema) {
        try (Connection connection = DriverManager.getConnection(url)) {
            boolean canShard = Sql.of(connection, "SELECT 1 FROM pg_proc WHERE proname = 'create_distributed_table'")
                    .first(row -> true)
                    .isPresent();
            if (canShard) {
                for (String statement : statements(connection, schema)) {
                    Sql.of(connection, statement).first(row -> true);
                }
                noteThatItIsSharded();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> statements(Connection connection, String schema) throws SQLException {
        return Sql.of(connection, HAS_TEAM, schema).list(row -> {
            String table = "'" + schema + "." + row.text("tablename") + "'";
            return row.text("has_team").startsWith("t")
                    ? "SELECT create_distributed_table(" + table + ", 'team_id')"
                    : "SELECT create_reference_table(" + table + ")";
        });
    }

    /** For whoever started the tests and wants to say so. */
    private static void noteThatItIsSharded() {
        Optional.ofNullable(System.getProperty("tsunagi.storage.sharded")).ifPresent(file -> {
            try {
                Files.writeString(Path.of(file), "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
