package tsunagi.server.plaintables;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Options;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StoredRecord;
import tsunagi.server.storage.TestStorage;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.Conflict;
import tsunagi.sync.v1.EndReason;
import tsunagi.sync.v1.LiveRecord;
import tsunagi.sync.v1.Tombstone;

/** A team's records, moved as intake would move them, and the plain tables that follow: a test reads like that story. */
public final class PlainScenario implements AutoCloseable {
    public static final UUID TEAM = named("team");

    private final Database database;
    private final RecordRows records = new RecordRows();
    private final Teams teams = new Teams();
    private PlainTables tables;
    private UUID team = TEAM;

    public PlainScenario(TestStorage storage) {
        database = storage.open("server");
        isRunBy(RecordSchemas.standard());
        inTeam(TEAM);
    }

    public static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public Database database() {
        return database;
    }

    PlainTables tables() {
        return tables;
    }

    Follower follower(Duration interval) {
        return new Follower(
                tables, new FollowerLease(database, UUID.randomUUID(), Clock.systemUTC()), () -> false, interval);
    }

    /** From here on what is said is said in this team. */
    void inTeam(UUID other) {
        team = other;
        database.<Void>write(connection -> {
            teams.open(connection, team, "a team");
            return null;
        });
    }

    /** Starts the server with a program that knows these records; true when it made the tables anew. */
    boolean isRunBy(RecordSchemas schemas) {
        tables = new PlainTables(database, records, schemas);
        return tables.prepare();
    }

    public void says(String record, Message body, Conflict... conflicts) {
        says(record, typeOf(body), body.toByteString(), conflicts);
    }

    void says(String record, int type, ByteString body, Conflict... conflicts) {
        LiveRecord live = LiveRecord.newBuilder()
                .setBody(body)
                .addAllConflicts(List.of(conflicts))
                .build();
        moves(record, type, Optional.empty(), live.toByteString());
    }

    public void ends(String record, Message type, EndReason reason) {
        ends(record, type, Tombstone.newBuilder().setReason(reason));
    }

    public void isAbsorbed(String record, Message type, String successor) {
        ends(
                record,
                type,
                Tombstone.newBuilder()
                        .setReason(EndReason.END_REASON_ABSORBED)
                        .setSuccessorId(Ids.toBytes(named(successor))));
    }

    void moves(String record, int type, Optional<ByteString> tombstone, ByteString contents) {
        movesTogether(List.of(new StoredRecord(new RecordKey(team, type, named(record)), 0, tombstone, contents)));
    }

    /** One revision that moves several records. */
    void movesTogether(Collection<StoredRecord> moved) {
        database.<Void>write(connection -> {
            move(connection, moved);
            return null;
        });
    }

    /** Records "0", "1" and so on, each of them in a revision of its own. */
    public void saysInOneTransaction(int count, Message body) {
        ByteString contents =
                LiveRecord.newBuilder().setBody(body.toByteString()).build().toByteString();
        database.<Void>write(connection -> {
            for (int i = 0; i < count; i++) {
                RecordKey key = new RecordKey(team, typeOf(body), named(Integer.toString(i)));
                move(connection, List.of(new StoredRecord(key, 0, Optional.empty(), contents)));
            }
            return null;
        });
    }

    /** Notes in the log when the change of this revision came in. */
    void receivedAt(long revision, Instant at) {
        database.<Integer>write(connection -> Sql.of(
                        connection,
                        """
                        INSERT INTO change_log (team_id, revision, change_id, origin_device_id, ordinal, carrier_device_id,
                            record_type, record_id, action, author_person_id, corrected_at_ms, clock_was_wrong,
                            received_at_ms, content_hash, mark, header, verdict)
                        VALUES (?, ?, ?, ?, 1, ?, 6, ?, 'EDIT', '', 0, 0, ?, ?, ?, ?, ?)
                        """,
                        team,
                        revision,
                        team,
                        team,
                        team,
                        team,
                        at.toEpochMilli(),
                        team,
                        team,
                        team,
                        team)
                .update());
    }

    /** Notes in the log who made the change of this revision to this record, and when; a second later it came in. */
    public void isSaidBy(String person, Optional<String> body, Instant at, long revision, String record, int type) {
        database.<Integer>write(connection -> Sql.of(
                        connection,
                        """
                        INSERT INTO change_log (team_id, revision, change_id, origin_device_id, ordinal, carrier_device_id,
                            record_type, record_id, action, author_person_id, body_id, corrected_at_ms, clock_was_wrong,
                            received_at_ms, content_hash, mark, header, verdict)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'EDIT', ?, ?, ?, 0, ?, ?, ?, ?, ?)
                        """,
                        team,
                        revision,
                        named("change " + revision),
                        team,
                        revision,
                        team,
                        type,
                        named(record),
                        person,
                        body,
                        at.toEpochMilli(),
                        at.toEpochMilli() + 1000,
                        team,
                        team,
                        team,
                        team)
                .update());
    }

    /** A record that was deleted; the server keeps what was in it. */
    public void deletes(String record, Message body) {
        LiveRecord kept = LiveRecord.newBuilder().setBody(body.toByteString()).build();
        Tombstone tombstone =
                Tombstone.newBuilder().setReason(EndReason.END_REASON_DELETED).build();
        moves(record, typeOf(body), Optional.of(tombstone.toByteString()), kept.toByteString());
    }

    /** Steps until the tables hold everything; says how many it took. */
    public int follows() {
        int steps = 1;
        while (tables.follow(team)) {
            steps++;
        }
        return steps;
    }

    List<String> dump() {
        return tables.dump(team);
    }

    /** The rows of an answer, columns parted by bars. */
    List<String> asks(String sql) {
        return database.read(connection -> {
            List<String> rows = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet results = statement.executeQuery(sql)) {
                while (results.next()) {
                    rows.add(row(results));
                }
            }
            return rows;
        });
    }

    /** Somebody else writes into the tables. */
    void changes(String sql) {
        database.<Integer>write(connection -> Sql.of(connection, sql).update());
    }

    List<String> columnsOf(String table) {
        return database.read(connection -> {
            List<String> names = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet results = statement.executeQuery("SELECT * FROM " + table)) {
                for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                    names.add(results.getMetaData().getColumnLabel(i));
                }
            }
            return names;
        });
    }

    @Override
    public void close() {
        database.close();
    }

    private void ends(String record, Message type, Tombstone.Builder tombstone) {
        moves(record, typeOf(type), Optional.of(tombstone.build().toByteString()), ByteString.EMPTY);
    }

    private void move(Connection connection, Collection<StoredRecord> moved) throws SQLException {
        var locked = teams.lock(connection, team).orElseThrow();
        long revision = locked.head() + 1;
        records.put(
                connection,
                moved.stream()
                        .map(record -> new StoredRecord(record.key(), revision, record.tombstone(), record.contents()))
                        .toList());
        teams.moveHead(connection, team, revision, locked.mark());
    }

    private static int typeOf(Message body) {
        return body.getDescriptorForType().getOptions().getExtension(Options.recordType);
    }

    private static String row(ResultSet results) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
            values.add(String.valueOf(results.getString(i)));
        }
        return String.join("|", values);
    }
}
