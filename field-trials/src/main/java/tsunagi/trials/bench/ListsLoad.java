package tsunagi.trials.bench;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.ReviewExclusion;
import tsunagi.server.plaintables.PlainTables;
import tsunagi.server.storage.Batch;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Slices;
import tsunagi.server.storage.StoredRecord;
import tsunagi.server.team.Team;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.Candidate;
import tsunagi.sync.v1.Conflict;
import tsunagi.sync.v1.EndReason;
import tsunagi.sync.v1.FieldPath;
import tsunagi.sync.v1.LiveRecord;
import tsunagi.sync.v1.Tombstone;
import tsunagi.trials.bench.StoreRecords.Stored;

/** The records of one team at the server, each with the change that made it, in the order of chance. */
final class ListsLoad {
    private static final int TOGETHER = 2_000;
    /** One in so many is deleted, contested, or left out of totals. */
    private static final int DELETED = 200;

    private static final int CONTESTED = 500;
    private static final int LEFT_OUT = 300;
    private static final int SHEETS_ONE_IN = 10;
    private static final int OTHERS_MADE_TOGETHER = 10_000;
    static final int PEOPLE = 12;
    private static final long FIRST_MS = 1_700_000_000_000L;
    private static final long MS_BETWEEN = 600_000;

    private final Database database;
    private final UUID teamId;
    private final RecordRows rows = new RecordRows();
    private final Teams teams = new Teams();
    private final Random random = new Random(11);

    ListsLoad(Database database, UUID teamId) {
        this.database = database;
        this.teamId = teamId;
    }

    /** How many times {@link StoreRecords} are made for so many records. */
    static int times(int records) {
        return Math.max(1, (records - records / SHEETS_ONE_IN) / OTHERS_MADE_TOGETHER);
    }

    /** About so many records, a tenth of them sheets; fills the plain tables and says how many records there are. */
    int fill(int records) {
        List<Stored> all = new ArrayList<>(StoreRecords.of(teamId, times(records), records / SHEETS_ONE_IN));
        addLeftOut(all);
        Collections.shuffle(all, random);
        database.<Void>write(connection -> {
            teams.open(connection, teamId, "Team");
            return null;
        });
        for (List<Stored> some : Slices.of(all, TOGETHER)) {
            database.<Void>write(connection -> {
                put(connection, some);
                return null;
            });
        }
        PlainTables tables = new PlainTables(database, rows, RecordSchemas.standard());
        tables.prepare();
        tables.catchUp(teamId);
        return all.size();
    }

    private void addLeftOut(List<Stored> all) {
        List<Stored> reviews = new ArrayList<>();
        for (int i = 0; i < all.size(); i += LEFT_OUT) {
            RecordKey about = all.get(i).key();
            Review review = Review.newBuilder()
                    .setAboutId(about.id().toString())
                    .setAboutType(RecordType.forNumber(about.type()))
                    .setExclusion(ReviewExclusion.newBuilder().setLeftOut(true).setReason("重複"))
                    .build();
            reviews.add(new Stored(new RecordKey(teamId, RecordType.RECORD_TYPE_REVIEW_VALUE, about.id()), review));
        }
        all.addAll(reviews);
    }

    private void put(Connection connection, List<Stored> some) throws SQLException {
        Team team = teams.lock(connection, teamId).orElseThrow();
        long revision = team.head();
        List<StoredRecord> stored = new ArrayList<>();
        try (Batch log = new Batch(connection, """
                INSERT INTO change_log (team_id, revision, change_id, origin_device_id, ordinal, carrier_device_id,
                    record_type, record_id, action, author_person_id, body_id, corrected_at_ms, clock_was_wrong,
                    received_at_ms, content_hash, mark, header, verdict)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'EDIT', ?, ?, ?, 0, ?, ?, ?, ?, ?)
                """)) {
            for (Stored record : some) {
                revision++;
                stored.add(stored(record, revision));
                note(log, record.key(), revision);
            }
            log.run();
        }
        rows.put(connection, stored);
        teams.moveHead(connection, teamId, revision, team.mark());
    }

    private void note(Batch log, RecordKey key, long revision) throws SQLException {
        int person = random.nextInt(PEOPLE);
        long atMs = FIRST_MS + revision * MS_BETWEEN;
        log.add(
                teamId,
                revision,
                new UUID(1, revision),
                teamId,
                revision,
                teamId,
                key.type(),
                key.id(),
                person(person),
                "body-" + person % 4,
                atMs,
                atMs,
                teamId,
                teamId,
                teamId,
                teamId);
    }

    /** Somebody who wrote records and is named in none. */
    static String person(int number) {
        return "writer-" + number;
    }

    private StoredRecord stored(Stored record, long revision) {
        boolean isDeleted = random.nextInt(DELETED) == 0;
        Optional<ByteString> tombstone = isDeleted
                ? Optional.of(Tombstone.newBuilder()
                        .setReason(EndReason.END_REASON_DELETED)
                        .build()
                        .toByteString())
                : Optional.empty();
        return new StoredRecord(record.key(), revision, tombstone, contents(record.contents()));
    }

    private ByteString contents(Message body) {
        LiveRecord.Builder live = LiveRecord.newBuilder().setBody(body.toByteString());
        if (random.nextInt(CONTESTED) == 0) {
            live.addConflicts(Conflict.newBuilder()
                    .setPath(FieldPath.newBuilder().setNumber(1))
                    .setOpenedByChangeId(Ids.toBytes(teamId))
                    .addCandidates(Candidate.getDefaultInstance()));
        }
        return live.build().toByteString();
    }
}
