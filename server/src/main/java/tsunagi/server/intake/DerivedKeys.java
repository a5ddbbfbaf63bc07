package tsunagi.server.intake;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tsunagi.change.Change;
import tsunagi.change.FieldPath;
import tsunagi.merge.RecordState;
import tsunagi.merge.StampedValue;
import tsunagi.record.DerivedId;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.server.storage.Batch;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Slices;
import tsunagi.server.storage.Sql;

/**
 * The natural keys of one team's derived records, as one transaction sees them: two live records whose keys name the
 * same things are one.
 */
final class DerivedKeys {
    private static final int IDS_PER_STATEMENT = 200;

    private final Connection connection;
    private final UUID teamId;
    private final Absorptions absorptions;
    private final List<Entry> added = new ArrayList<>();
    private final Map<RecordKey, UUID> keyIds = new HashMap<>();
    private final Map<UUID, Set<RecordKey>> holders = new HashMap<>();

    DerivedKeys(Connection connection, UUID teamId, Absorptions absorptions) {
        this.connection = connection;
        this.teamId = teamId;
        this.absorptions = absorptions;
    }

    /** A record's key, part by part, and the id it makes once its references are followed. */
    private record Entry(RecordKey record, List<String> parts, UUID keyId) {}

    /** Looks up in few statements who holds the keys that these changes set. */
    void preload(Collection<Change> changes, RecordSchemas schemas) throws SQLException {
        Set<UUID> ids = new LinkedHashSet<>();
        for (Change change : changes) {
            Optional<List<String>> parts = schemas.find(change.key().type())
                    .flatMap(schema -> parts(schema, path -> change.values().get(path)));
            if (parts.isPresent()) {
                ids.add(keyId(change.key().type(), parts.get()));
            }
        }
        loadHolders(List.copyOf(ids));
    }

    /** Notes the key a record has now; one that is not complete is none. */
    void put(RecordState before, RecordState after, RecordSchema schema) throws SQLException {
        Optional<List<String>> parts = parts(schema, path -> value(after, path));
        Optional<List<String>> partsBefore = parts(schema, path -> value(before, path));
        if (parts.equals(partsBefore)) {
            return;
        }
        if (partsBefore.isPresent()) {
            remove(before.key());
        }
        if (parts.isPresent()) {
            UUID keyId = keyId(after.key().type(), parts.get());
            Set<RecordKey> others = holders(keyId);
            added.add(new Entry(after.key(), parts.get(), keyId));
            keyIds.put(after.key(), keyId);
            others.add(after.key());
        }
    }

    void remove(RecordKey key) throws SQLException {
        flush();
        forget();
        Sql.of(
                        connection,
                        "DELETE FROM derived_key WHERE team_id = ? AND record_type = ? AND record_id = ?",
                        teamId,
                        key.type(),
                        key.id())
                .update();
    }

    /** The id that a record's key makes once its references are followed; empty when it has no complete key. */
    Optional<UUID> keyId(RecordKey key) throws SQLException {
        UUID known = keyIds.get(key);
        return known != null
                ? Optional.of(known)
                : Sql.of(connection, """
                                SELECT key_id FROM derived_key
                                WHERE team_id = ? AND record_type = ? AND record_id = ? LIMIT 1
                                """, teamId, key.type(), key.id()).first(row -> row.id("key_id"));
    }

    /** The other records, living or not, whose key names the same things as this one's. */
    List<RecordKey> sameAs(RecordKey key) throws SQLException {
        Optional<UUID> keyId = keyId(key);
        if (keyId.isEmpty()) {
            return List.of();
        }
        List<RecordKey> others = new ArrayList<>(holders(keyId.get()));
        others.remove(key);
        return others;
    }

    /** Follows the references to these records anew, and says whose keys hold one. */
    List<RecordKey> refer(Collection<RecordKey> movedRecords) throws SQLException {
        flush();
        forget();
        List<RecordKey> referring = new ArrayList<>();
        for (RecordKey moved : movedRecords) {
            referring.addAll(
                    Sql.of(connection, """
                            SELECT DISTINCT record_type, record_id FROM derived_key
                            WHERE team_id = ? AND value = ? ORDER BY record_type, record_id
                            """, teamId, moved.id().toString()).list(this::recordKey));
        }
        for (RecordKey holder : referring) {
            Sql.of(connection, """
                            UPDATE derived_key SET key_id = ?
                            WHERE team_id = ? AND record_type = ? AND record_id = ?
                            """, keyId(holder.type(), storedParts(holder)), teamId, holder.type(), holder.id())
                    .update();
        }
        return referring;
    }

    void flush() throws SQLException {
        try (Batch batch = new Batch(connection, """
                INSERT INTO derived_key (team_id, record_type, record_id, part, value, key_id)
                VALUES (?, ?, ?, ?, ?, ?)
                """)) {
            for (Entry entry : added) {
                for (int part = 0; part < entry.parts().size(); part++) {
                    batch.add(
                            teamId,
                            entry.record().type(),
                            entry.record().id(),
                            part,
                            entry.parts().get(part),
                            entry.keyId());
                }
            }
            batch.run();
        }
        added.clear();
    }

    private void forget() {
        keyIds.clear();
        holders.clear();
    }

    private Set<RecordKey> holders(UUID keyId) throws SQLException {
        if (!holders.containsKey(keyId)) {
            loadHolders(List.of(keyId));
        }
        return holders.get(keyId);
    }

    private void loadHolders(List<UUID> ids) throws SQLException {
        ids.forEach(id -> holders.put(id, new LinkedHashSet<>()));
        for (List<UUID> some : Slices.of(ids, IDS_PER_STATEMENT)) {
            List<Object> arguments = new ArrayList<>(List.of(teamId));
            arguments.addAll(some);
            Sql.of(
                            connection,
                            "SELECT DISTINCT key_id, record_type, record_id FROM derived_key"
                                    + " WHERE team_id = ? AND key_id IN (" + Sql.marks(some.size()) + ")"
                                    + " ORDER BY record_id",
                            arguments.toArray())
                    .visit(row -> holders.get(row.id("key_id")).add(recordKey(row)));
        }
    }

    private RecordKey recordKey(Row row) throws SQLException {
        return new RecordKey(teamId, row.smallNumber("record_type"), row.id("record_id"));
    }

    private List<String> storedParts(RecordKey key) throws SQLException {
        return Sql.of(connection, """
                        SELECT value FROM derived_key
                        WHERE team_id = ? AND record_type = ? AND record_id = ? ORDER BY part
                        """, teamId, key.type(), key.id()).list(row -> row.text("value"));
    }

    private UUID keyId(int type, List<String> parts) throws SQLException {
        List<String> resolved = new ArrayList<>();
        for (String part : parts) {
            Optional<UUID> reference = asId(part);
            resolved.add(
                    reference.isPresent() ? absorptions.resolve(reference.get()).toString() : part);
        }
        return DerivedId.of(teamId, type, resolved);
    }

    /** Ids are unique across types, so a part that looks like one is followed whatever type it refers to. */
    private static Optional<UUID> asId(String part) {
        try {
            return Optional.of(UUID.fromString(part));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ByteString value(RecordState state, FieldPath path) {
        return state.field(path).map(StampedValue::value).orElse(ByteString.EMPTY);
    }

    private static Optional<List<String>> parts(RecordSchema schema, Function<FieldPath, ByteString> values) {
        List<String> parts = new ArrayList<>();
        for (FieldDescriptor field : schema.naturalKey()) {
            parts.add(text(field, values.apply(FieldPath.field(field.getNumber()))));
        }
        return parts.isEmpty() || parts.contains("") ? Optional.empty() : Optional.of(parts);
    }

    private static String text(FieldDescriptor field, ByteString value) {
        try {
            return DynamicMessage.parseFrom(field.getContainingType(), value)
                    .getField(field)
                    .toString();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("field " + field.getFullName() + " was taken in and does not parse", e);
        }
    }
}
