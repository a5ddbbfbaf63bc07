package tsunagi.server.export;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;

/** Who exported what and when, of all teams. Written before the first byte leaves the server. Thread-safe. */
public final class ExportLog {
    private static final int SHOWN_MAX = 50;

    private final Database database;
    private final Clock clock;
    private final Supplier<UUID> ids;

    /** A log; the ids that are made for it rise with time. */
    public ExportLog(Database database, Clock clock, Supplier<UUID> ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    /** How far an export came. */
    public enum State {
        UNDER_WAY,
        DONE,
        BROKEN_OFF
    }

    /**
     * One export.
     *
     * @param name what was exported, in words
     * @param filter the same as a query
     * @param rows how many left the server; empty while it is under way
     */
    public record Entry(
            String personId,
            Instant at,
            String name,
            String filter,
            String format,
            boolean withFreeText,
            State state,
            OptionalLong rows) {}

    /** Notes that an export begins; what is given back notes how it ended. */
    public ExportStream.Ending begin(
            UUID teamId, String personId, Export export, String filter, ExportFormat format, boolean withFreeText) {
        String id = ids.get().toString();
        database.<Integer>write(connection -> Sql.of(
                        connection,
                        """
                        INSERT INTO export_log (team_id, export_id, person_id, at_ms, name, filter, format, with_free_text, state)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        teamId.toString(),
                        id,
                        personId,
                        clock.millis(),
                        export.name(),
                        filter,
                        format.word(),
                        withFreeText,
                        State.UNDER_WAY)
                .update());
        return new ExportStream.Ending() {
            @Override
            public void isDone(long rows) {
                end(teamId, id, State.DONE, rows);
            }

            @Override
            public void isBrokenOff(long rows) {
                end(teamId, id, State.BROKEN_OFF, rows);
            }
        };
    }

    private void end(UUID teamId, String id, State state, long rows) {
        database.<Integer>write(connection -> Sql.of(
                        connection,
                        "UPDATE export_log SET state = ?, row_count = ? WHERE team_id = ? AND export_id = ?",
                        state,
                        rows,
                        teamId.toString(),
                        id)
                .update());
    }

    /** The last ones of a team, newest first. */
    public List<Entry> latest(UUID teamId) {
        return database.read(connection -> Sql.of(
                        connection,
                        "SELECT * FROM export_log WHERE team_id = ? ORDER BY export_id DESC LIMIT " + SHOWN_MAX,
                        teamId.toString())
                .list(ExportLog::entry));
    }

    private static Entry entry(Row row) throws SQLException {
        return new Entry(
                row.text("person_id"),
                Instant.ofEpochMilli(row.number("at_ms")),
                row.text("name"),
                row.text("filter"),
                row.text("format"),
                row.truth("with_free_text"),
                State.valueOf(row.text("state")),
                row.optionalNumber("row_count"));
    }
}
