package tsunagi.server.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import tsunagi.record.RecordKey;

/** The records of all teams as they stand. */
public final class RecordRows {
    /** How many ids one statement asks for. */
    private static final int IDS_PER_STATEMENT = 200;

    /**
     * Records that moved, in the order of their revisions.
     *
     * @param upTo the revision up to which they are complete: all of that revision and of those before it are here
     */
    public record Slice(List<StoredRecord> records, long upTo) {}

    /**
     * The records whose last revision is above {@code after} and not above {@code upTo}, lowest first, as many as fit
     * into the limits. What one revision moved is never torn apart, so the first revision may exceed them.
     */
    public Slice movedBetween(Connection connection, UUID teamId, long after, long upTo, int recordsMax, int bytesMax)
            throws SQLException {
        return movedBetween(connection, teamId, after, upTo, recordsMax, bytesMax, (key, revision) -> false);
    }

    /**
     * The same without those records that are passed over; it is asked once for each, in their order, and those are
     * neither read nor counted.
     */
    public Slice movedBetween(
            Connection connection,
            UUID teamId,
            long after,
            long upTo,
            int recordsMax,
            int bytesMax,
            BiPredicate<RecordKey, Long> isPassed)
            throws SQLException {
        Filling filling = new Filling(recordsMax, bytesMax, after, isPassed);
        Sql.of(connection, """
                        SELECT * FROM record WHERE team_id = ? AND revision > ? AND revision <= ?
                        ORDER BY revision, record_type, record_id
                        """, teamId, after, upTo).visit(row -> filling.take(teamId, row));
        return new Slice(filling.records, filling.isCut ? filling.lastRevision : upTo);
    }

    public Optional<StoredRecord> find(Connection connection, RecordKey key) throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT * FROM record WHERE team_id = ? AND record_type = ? AND record_id = ?",
                        key.teamId(),
                        key.type(),
                        key.id())
                .first(row -> StoredRecord.read(key.teamId(), row));
    }

    /** All records of a type, ended ones among them. */
    public List<StoredRecord> ofType(Connection connection, UUID teamId, int type) throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT * FROM record WHERE team_id = ? AND record_type = ? ORDER BY record_id",
                        teamId,
                        type)
                .list(row -> StoredRecord.read(teamId, row));
    }

    /** All of these that exist. */
    public List<StoredRecord> find(Connection connection, UUID teamId, Collection<RecordKey> keys) throws SQLException {
        List<StoredRecord> found = new ArrayList<>();
        Map<Integer, List<RecordKey>> byType = keys.stream().collect(Collectors.groupingBy(RecordKey::type));
        for (Map.Entry<Integer, List<RecordKey>> ofType : byType.entrySet()) {
            List<UUID> ids = ofType.getValue().stream().map(RecordKey::id).toList();
            for (List<UUID> some : Slices.of(ids, IDS_PER_STATEMENT)) {
                found.addAll(find(connection, teamId, ofType.getKey(), some));
            }
        }
        return found;
    }

    /** All living records of one type. */
    public List<StoredRecord> living(Connection connection, UUID teamId, int type) throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT * FROM record WHERE team_id = ? AND record_type = ? AND life = 'ALIVE' ORDER BY record_id",
                        teamId,
                        type)
                .list(row -> StoredRecord.read(teamId, row));
    }

    /** Keeps these records in place of what was there. */
    public void put(Connection connection, Collection<StoredRecord> records) throws SQLException {
        try (Batch batch = new Batch(connection, """
                INSERT INTO record (team_id, record_type, record_id, revision, life, tombstone, contents)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (team_id, record_type, record_id) DO UPDATE SET revision = excluded.revision,
                    life = excluded.life, tombstone = excluded.tombstone, contents = excluded.contents
                """)) {
            for (StoredRecord record : records) {
                batch.add(
                        record.key().teamId(),
                        record.key().type(),
                        record.key().id(),
                        record.revision(),
                        record.life(),
                        record.tombstone(),
                        record.contents());
            }
            batch.run();
        }
    }

    private static List<StoredRecord> find(Connection connection, UUID teamId, int type, List<UUID> ids)
            throws SQLException {
        List<Object> arguments = new ArrayList<>(List.of(teamId, type));
        arguments.addAll(ids);
        return Sql.of(
                        connection,
                        "SELECT * FROM record WHERE team_id = ? AND record_type = ? AND record_id IN ("
                                + Sql.marks(ids.size()) + ")",
                        arguments.toArray())
                .list(row -> StoredRecord.read(teamId, row));
    }

    /** A slice that is being filled. */
    private static final class Filling {
        private final int recordsMax;
        private final int bytesMax;
        private final BiPredicate<RecordKey, Long> isPassed;
        private final List<StoredRecord> records = new ArrayList<>();
        private int bytes;
        private long lastRevision;
        private boolean isCut;

        Filling(int recordsMax, int bytesMax, long after, BiPredicate<RecordKey, Long> isPassed) {
            this.recordsMax = recordsMax;
            this.bytesMax = bytesMax;
            this.lastRevision = after;
            this.isPassed = isPassed;
        }

        boolean take(UUID teamId, Row row) throws SQLException {
            long revision = row.number("revision");
            RecordKey key = StoredRecord.key(teamId, row);
            boolean isFull = records.size() >= recordsMax || bytes >= bytesMax;
            isCut = isFull && revision > lastRevision;
            if (!isCut && !isPassed.test(key, revision)) {
                StoredRecord record = StoredRecord.read(teamId, row);
                isCut = !records.isEmpty() && bytes + record.sizeBytes() > bytesMax && revision > lastRevision;
                if (!isCut) {
                    records.add(record);
                    bytes += record.sizeBytes();
                }
            }
            if (!isCut) {
                lastRevision = revision;
            }
            return !isCut;
        }
    }
}
