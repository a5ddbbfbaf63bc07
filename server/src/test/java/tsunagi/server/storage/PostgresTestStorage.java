package tsunagi.server.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Schemas of one PostgreSQL database: wherever the URL leads, nothing but these is touched. */
public final class PostgresTestStorage implements TestStorage {
    private final String serverUrl;
    private final Map<String, String> schemas = new LinkedHashMap<>();

    public PostgresTestStorage(String serverUrl) {
        this.serverUrl = serverUrl;
    }

    @Override
    public String url(String name) {
        String schema = schemas.computeIfAbsent(name, unused -> newSchema());
        return serverUrl + (serverUrl.contains("?") ? '&' : '?') + "currentSchema=" + schema;
    }

    @Override
    public Database open(String name) {
        boolean isNew = !schemas.containsKey(name);
        Database database = TestStorage.super.open(name);
        if (isNew) {
            Sharding.apply(serverUrl, schemas.get(name));
        }
        return database;
    }

    @Override
    public void copy(String from, String to) {
        url(to);
        String source = schemas.get(from) + ".";
        String target = schemas.get(to) + ".";
        List<String> tables = tables(schemas.get(from));
        run(tables.stream()
                .map(table -> "CREATE TABLE " + target + table + " (LIKE " + source + table + " INCLUDING ALL)")
                .toList());
        Sharding.apply(serverUrl, schemas.get(to));
        run(tables.stream()
                .map(table -> "INSERT INTO " + target + table + " SELECT * FROM " + source + table)
                .toList());
    }

    @Override
    public void refuseToLog(Database database, UUID changeId) {
        String id = changeId.toString().replace("-", "");
        database.write(connection -> Sql.of(
                        connection, "ALTER TABLE change_log ADD CONSTRAINT fault CHECK (change_id <> '\\x" + id + "')")
                .update());
    }

    @Override
    public void close() {
        run(schemas.values().stream()
                .map(schema -> "DROP SCHEMA " + schema + " CASCADE")
                .toList());
    }

    private String newSchema() {
        String schema = "tsunagi_test_" + UUID.randomUUID().toString().replace('-', '_');
        run(List.of("CREATE SCHEMA " + schema));
        return schema;
    }

    private List<String> tables(String schema) {
        try (Connection connection = DriverManager.getConnection(serverUrl)) {
            return Sql.of(connection, "SELECT tablename FROM pg_tables WHERE schemaname = ?", schema)
                    .list(row -> row.text("tablename"));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void run(List<String> statements) {
        try (Connection connection = DriverManager.getConnection(serverUrl);
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
