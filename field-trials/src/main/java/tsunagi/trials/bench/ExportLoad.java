package tsunagi.trials.bench;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.server.plaintables.PlainTables;
import tsunagi.server.storage.Batch;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.StoredRecord;
import tsunagi.server.team.Team;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.LiveRecord;

/** Rounds with sheets of 30 answers. The plain tables follow a round and its first sheet; of the others they have the row that is looked for. */
final class ExportLoad {
    private static final int ANSWERS = 30;
    private static final int TOGETHER = 2_000;
    private static final int TYPE = RecordType.RECORD_TYPE_RESPONSE_VALUE;

    private final Database database;
    private final UUID teamId = UUID.nameUUIDFromBytes("export".getBytes(StandardCharsets.UTF_8));
    private final RecordRows rows = new RecordRows();
    private final Teams teams = new Teams();
    private final PlainTables tables;

    ExportLoad(Database database) {
        this.database = database;
        this.tables = new PlainTables(database, rows, RecordSchemas.standard());
        tables.prepare();
        database.<Void>write(connection -> {
            teams.open(connection, teamId, "Team");
            return null;
        });
    }

    UUID teamId() {
        return teamId;
    }

    /** A round with so many sheets; its id. */
    UUID fill(String name, int sheets) {
        UUID round = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        Round body = Round.newBuilder()
                .setName(name)
                .setIdentity(RoundIdentity.ROUND_IDENTITY_ANONYMOUS)
                .build();
        database.<Void>write(connection -> {
            RecordKey key = new RecordKey(teamId, RecordType.RECORD_TYPE_ROUND_VALUE, round);
            put(connection, List.of(stored(key, body.toByteString())));
            put(connection, List.of(sheet(round, 0)));
            return null;
        });
        tables.catchUp(teamId);
        for (int from = 1; from < sheets; from += TOGETHER) {
            int first = from;
            int last = Math.min(sheets, from + TOGETHER);
            database.<Void>write(connection -> {
                putSheets(connection, round, first, last);
                return null;
            });
        }
        return round;
    }

    private void putSheets(Connection connection, UUID round, int first, int last) throws SQLException {
        List<StoredRecord> some = new ArrayList<>();
        try (Batch lines =
                new Batch(connection, "INSERT INTO response (team_id, id, revision, round_id) VALUES (?, ?, 1, ?)")) {
            for (int i = first; i < last; i++) {
                StoredRecord sheet = sheet(round, i);
                some.add(sheet);
                lines.add(teamId.toString(), sheet.key().id().toString(), round.toString());
            }
            lines.run();
        }
        rows.put(connection, some);
    }

    private void put(Connection connection, List<StoredRecord> some) throws SQLException {
        Team team = teams.lock(connection, teamId).orElseThrow();
        long revision = team.head() + 1;
        rows.put(
                connection,
                some.stream()
                        .map(record -> new StoredRecord(record.key(), revision, record.tombstone(), record.contents()))
                        .toList());
        teams.moveHead(connection, teamId, revision, team.mark());
    }

    private StoredRecord sheet(UUID round, int number) {
        Response.Builder sheet =
                Response.newBuilder().setRoundId(round.toString()).setWrittenOn("2024-07-15");
        for (int answer = 0; answer < ANSWERS; answer++) {
            sheet.putAnswers(
                    "/data/q" + answer,
                    answer % 3 == 0
                            ? Answer.newBuilder()
                                    .addChoices("c" + (number + answer) % 5)
                                    .build()
                            : Answer.newBuilder()
                                    .setNumber((number * 31 + answer) % 101)
                                    .build());
        }
        RecordKey key = new RecordKey(teamId, TYPE, new UUID(round.getMostSignificantBits(), number));
        return stored(key, sheet.build().toByteString());
    }

    private static StoredRecord stored(RecordKey key, ByteString body) {
        return new StoredRecord(
                key,
                1,
                Optional.empty(),
                LiveRecord.newBuilder().setBody(body).build().toByteString());
    }
}
