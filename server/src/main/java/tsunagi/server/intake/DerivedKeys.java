package tsunagi.server.intake;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.change.FieldPath;
import tsunagi.merge.RecordState;
import tsunagi.merge.StampedValue;
import tsunagi.record.DerivedId;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchema;
import tsunagi.server.storage.Batch;
import tsunagi.server.storage.Sql;

/** The natural keys of one team's derived records: two live records whose keys name the same things are one. */
final class DerivedKeys {
    private final Connection connection;
    private final UUID teamId;
    private final Absorptions absorptions;

    DerivedKeys(Connection connection, UUID teamId, Absorptions absorptions) {
        this.connection = connection;
        this.teamId = teamId;
        this.absorptions = absorptions;
    }

    /** Notes the key a record has now; one that is not complete is none. */
    void put(RecordState state, RecordSchema schema) throws SQLException {
        Optional<List<String>> parts = parts(state, schema);
        if (!parts.equals(storedParts(state.key()))) {
            remove(state.key());
            if (parts.isPresent()) {
                insert(state.key(), parts.get());
            }
        }
    }

    void remove(RecordKey key) throws SQLException {
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
        return Sql.of(
                        connection,
                        "SELECT key_id FROM derived_key WHERE team_id = ? AND record_type = ? AND record_id = ? LIMIT 1",
                        teamId,
                        key.type(),
                        key.id())
                .first(row -> row.id("key_id"));
    }

    /** The other records, living or not, whose key names the same things as this one's. */
    List<RecordKey> sameAs(RecordKey key) throws SQLException {
        Optional<UUID> keyId = keyId(key);
        if (keyId.isEmpty()) {
            return List.of();
        }
        return Sql.of(connection, """
                        SELECT DISTINCT record_id FROM derived_key
                        WHERE team_id = ? AND record_type = ? AND key_id = ? AND record_id <> ? ORDER BY record_id
                        """, teamId, key.type(), keyId.get(), key.id())
                .list(row -> key.withId(row.id("record_id")));
    }

    /** Follows the references to these records anew, and says whose keys hold one. */
    List<RecordKey> refer(Collection<RecordKey> movedRecords) throws SQLException {
        List<RecordKey> holders = new ArrayList<>();
        for (RecordKey moved : movedRecords) {
            holders.addAll(Sql.of(connection, """
                            SELECT DISTINCT record_type, record_id FROM derived_key
                            WHERE team_id = ? AND value = ? ORDER BY record_type, record_id
                            """, teamId, moved.id().toString())
                    .list(row -> new RecordKey(teamId, row.smallNumber("record_type"), row.id("record_id"))));
        }
        for (RecordKey holder : holders) {
            List<String> parts = storedParts(holder).orElseThrow();
            Sql.of(connection, """
                            UPDATE derived_key SET key_id = ?
                            WHERE team_id = ? AND record_type = ? AND record_id = ?
                            """, keyId(holder.type(), parts), teamId, holder.type(), holder.id())
                    .update();
        }
        return holders;
    }

    private void insert(RecordKey key, List<String> parts) throws SQLException {
        UUID keyId = keyId(key.type(), parts);
        try (Batch batch = new Batch(connection, """
                INSERT INTO derived_key (team_id, record_type, record_id, part, value, key_id)
                VALUES (?, ?, ?, ?, ?, ?)
                """)) {
            for (int part = 0; part < parts.size(); part++) {
                batch.add(teamId, key.type(), key.id(), part, parts.get(part), keyId);
            }
            batch.run();
        }
    }

    private Optional<List<String>> storedParts(RecordKey key) throws SQLException {
        List<String> parts =
                Sql.of(connection, """
                        SELECT value FROM derived_key
                        WHERE team_id = ? AND record_type = ? AND record_id = ? ORDER BY part
                        """, teamId, key.type(), key.id()).list(row -> row.text("value"));
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
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

    private static Optional<List<String>> parts(RecordState state, RecordSchema schema) {
        List<String> parts = new ArrayList<>();
        for (FieldDescriptor field : schema.naturalKey()) {
            String part = state.field(FieldPath.field(field.getNumber()))
                    .map(value -> text(field, value))
                    .orElse("");
            parts.add(part);
        }
        return parts.contains("") ? Optional.empty() : Optional.of(parts);
    }

    private static String text(FieldDescriptor field, StampedValue value) {
        try {
            return DynamicMessage.parseFrom(field.getContainingType(), value.value())
                    .getField(field)
                    .toString();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("field " + field.getFullName() + " was taken in and does not parse", e);
        }
    }
}
