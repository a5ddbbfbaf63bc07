package tsunagi.server.duplicate;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.server.storage.Batch;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Slices;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StoredRecord;

/** Records of one team being compared with those they have a word in common with, within one transaction. */
final class Comparison {
    static final int WORKSHOP = RecordType.RECORD_TYPE_WORKSHOP_VALUE;

    /** What more records than this have in common, such as the phone of an association, tells nothing. */
    private static final int BLOCK_RECORDS_MAX = 60;

    private static final int IDS_PER_STATEMENT = 200;
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Connection connection;
    private final RecordRows rows;
    private final UUID teamId;

    Comparison(Connection connection, RecordRows rows, UUID teamId) {
        this.connection = connection;
        this.rows = rows;
        this.teamId = teamId;
    }

    /** Forgets which pairs were found, before all is compared anew. */
    void forgetAll() throws SQLException {
        for (String table : List.of("duplicate_block", "duplicate_reference", "duplicate_candidate")) {
            Sql.of(connection, "DELETE FROM " + table + " WHERE team_id = ?", teamId)
                    .update();
        }
    }

    /** These records moved: they are compared, and those whose traits hang on them. */
    void moved(List<StoredRecord> moved) throws SQLException {
        Map<RecordKey, StoredRecord> due = new LinkedHashMap<>();
        moved.forEach(record -> due.put(record.key(), record));
        Set<RecordKey> hanging = new LinkedHashSet<>(hangingOn(moved));
        hanging.removeAll(due.keySet());
        rows.find(connection, teamId, hanging).forEach(record -> due.put(record.key(), record));
        compare(due.values());
    }

    /** An attendance hangs on what its participant is called; the others only on which workplace or workshop speaks for theirs. */
    private List<RecordKey> hangingOn(List<StoredRecord> moved) throws SQLException {
        Set<UUID> known = withBlocks(moved.stream().map(StoredRecord::key).toList());
        List<UUID> at = moved.stream()
                .filter(record -> record.key().type() == RecordType.RECORD_TYPE_PARTICIPANT_VALUE
                        || record.key().type() == WORKSHOP
                        || known.contains(record.key().id())
                                == record.tombstone().isPresent())
                .map(record -> record.key().id())
                .toList();
        List<RecordKey> hanging = new ArrayList<>();
        for (List<UUID> some : Slices.of(at, IDS_PER_STATEMENT)) {
            hanging.addAll(Sql.of(
                            connection,
                            "SELECT record_type, record_id FROM duplicate_reference WHERE team_id = ? AND at_id IN ("
                                    + Sql.marks(some.size()) + ")",
                            withTeam(some))
                    .list(row -> new RecordKey(teamId, row.smallNumber("record_type"), row.id("record_id"))));
        }
        return hanging;
    }

    private Set<UUID> withBlocks(List<RecordKey> keys) throws SQLException {
        Set<UUID> known = new HashSet<>();
        for (List<RecordKey> some : Slices.of(keys, IDS_PER_STATEMENT)) {
            List<UUID> ids = some.stream().map(RecordKey::id).toList();
            known.addAll(Sql.of(
                            connection,
                            "SELECT DISTINCT record_id FROM duplicate_block WHERE team_id = ? AND record_id IN ("
                                    + Sql.marks(ids.size()) + ")",
                            withTeam(ids))
                    .list(row -> row.id("record_id")));
        }
        return known;
    }

    /** Compares these records with all others. */
    void compare(Collection<StoredRecord> records) throws SQLException {
        Surroundings surroundings = Surroundings.of(connection, rows, teamId, records);
        Map<RecordKey, Traits> traits = new LinkedHashMap<>();
        records.forEach(record -> surroundings.traits(record).ifPresent(found -> traits.put(record.key(), found)));
        forget(records.stream().map(StoredRecord::key).toList());
        keep(records, traits, surroundings);
        Set<DuplicatePair> pairs = new LinkedHashSet<>();
        for (Map.Entry<RecordKey, Traits> one : traits.entrySet()) {
            pairs.addAll(pairsOf(one.getKey(), one.getValue()));
        }
        weigh(pairs, traits);
    }

    private void forget(List<RecordKey> keys) throws SQLException {
        for (String where : List.of(
                "duplicate_block WHERE team_id = ? AND record_id = ?",
                "duplicate_reference WHERE team_id = ? AND record_id = ?",
                "duplicate_candidate WHERE team_id = ? AND first_id = ?",
                "duplicate_candidate WHERE team_id = ? AND second_id = ?")) {
            try (Batch batch = new Batch(connection, "DELETE FROM " + where)) {
                for (RecordKey key : keys) {
                    batch.add(teamId, key.id());
                }
                batch.run();
            }
        }
    }

    private void keep(Collection<StoredRecord> records, Map<RecordKey, Traits> traits, Surroundings surroundings)
            throws SQLException {
        try (Batch blocks = new Batch(
                        connection,
                        "INSERT INTO duplicate_block (team_id, record_type, block, record_id) VALUES (?, ?, ?, ?)");
                Batch references = new Batch(
                        connection,
                        "INSERT INTO duplicate_reference (team_id, at_id, record_type, record_id) VALUES (?, ?, ?, ?)")) {
            for (StoredRecord record : records) {
                RecordKey key = record.key();
                if (record.tombstone().isEmpty()) {
                    for (UUID at : surroundings.references(record)) {
                        references.add(teamId, at, key.type(), key.id());
                    }
                }
                if (traits.containsKey(key)) {
                    for (long block : blocksOf(traits.get(key))) {
                        blocks.add(teamId, key.type(), block, key.id());
                    }
                }
            }
            blocks.run();
            references.run();
        }
    }

    private List<DuplicatePair> pairsOf(RecordKey key, Traits traits) throws SQLException {
        List<DuplicatePair> pairs = new ArrayList<>();
        for (long block : blocksOf(traits)) {
            List<UUID> together = Sql.of(
                            connection,
                            "SELECT record_id FROM duplicate_block WHERE team_id = ? AND record_type = ? AND block = ? LIMIT "
                                    + (BLOCK_RECORDS_MAX + 1),
                            teamId,
                            key.type(),
                            block)
                    .list(row -> row.id("record_id"));
            if (together.size() <= BLOCK_RECORDS_MAX) {
                together.stream()
                        .filter(id -> !id.equals(key.id()))
                        .forEach(id -> pairs.add(new DuplicatePair(teamId, key.type(), key.id(), id)));
            }
        }
        return pairs;
    }

    private void weigh(Set<DuplicatePair> pairs, Map<RecordKey, Traits> traits) throws SQLException {
        Map<RecordKey, Traits> all = new HashMap<>(traits);
        Set<RecordKey> missing = new LinkedHashSet<>();
        pairs.forEach(pair -> missing.addAll(List.of(pair.firstKey(), pair.secondKey())));
        missing.removeAll(traits.keySet());
        List<StoredRecord> others = rows.find(connection, teamId, missing);
        Surroundings surroundings = Surroundings.of(connection, rows, teamId, others);
        others.forEach(record -> surroundings.traits(record).ifPresent(found -> all.put(record.key(), found)));
        KeptApart kept = new KeptApart();
        try (Batch batch = new Batch(connection, """
                INSERT INTO duplicate_candidate (team_id, record_type, first_id, second_id, score, reasons)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)) {
            for (DuplicatePair pair : pairs) {
                Optional<Likeness> likeness = likeness(pair, all);
                if (likeness.isPresent() && !kept.isKept(connection, pair)) {
                    batch.add(
                            teamId,
                            pair.type(),
                            pair.first(),
                            pair.second(),
                            likeness.get().score(),
                            likeness.get().reasons().stream().map(Reason::name).collect(Collectors.joining(" ")));
                }
            }
            batch.run();
        }
    }

    private static Optional<Likeness> likeness(DuplicatePair pair, Map<RecordKey, Traits> traits) {
        Traits first = traits.get(pair.firstKey());
        Traits second = traits.get(pair.secondKey());
        return first == null || second == null
                ? Optional.empty()
                : Optional.of(first.likeness(second)).filter(Likeness::isProposed);
    }

    private static Set<Long> blocksOf(Traits traits) {
        return traits.blocks().stream().map(Comparison::hash).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Of two words that share a hash by chance the records are compared in vain, no more. */
    private static long hash(String word) {
        long hash = FNV_START;
        for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return hash;
    }

    private Object[] withTeam(List<UUID> ids) {
        List<Object> arguments = new ArrayList<>(List.of(teamId));
        arguments.addAll(ids);
        return arguments.toArray();
    }
}
