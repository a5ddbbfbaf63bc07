package tsunagi.server.plaintables;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Round;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.StoredRecord;
import tsunagi.sync.v1.EndReason;
import tsunagi.sync.v1.LiveRecord;
import tsunagi.sync.v1.Tombstone;

/** Some sheets, with the form versions and the rounds that they stand on. */
final class SheetBasis {
    static final int RESPONSE = RecordType.RECORD_TYPE_RESPONSE_VALUE;
    static final int FORM_VERSION = RecordType.RECORD_TYPE_FORM_VERSION_VALUE;
    static final int ROUND = RecordType.RECORD_TYPE_ROUND_VALUE;

    /** Chains of absorbed records are shorter than this. */
    private static final int HOPS_MAX = 8;

    private final Map<RecordKey, Response> sheets = new HashMap<>();
    private final Map<String, FormVersion> forms;
    private final Map<String, Round> rounds;

    private SheetBasis(Connection connection, RecordRows records, UUID teamId, Collection<StoredRecord> mixed)
            throws SQLException {
        for (StoredRecord record : mixed) {
            if (record.key().type() == RESPONSE) {
                body(record, Response.parser()).ifPresent(sheet -> sheets.put(record.key(), sheet));
            }
        }
        Finder finder = new Finder(connection, records, teamId);
        forms = finder.find(
                FORM_VERSION,
                sheets.values().stream().map(Response::getFormVersionId).collect(Collectors.toSet()),
                FormVersion.parser());
        rounds = finder.find(
                ROUND, sheets.values().stream().map(Response::getRoundId).collect(Collectors.toSet()), Round.parser());
    }

    /** Of the sheets among these records. */
    static SheetBasis of(Connection connection, RecordRows records, UUID teamId, Collection<StoredRecord> mixed)
            throws SQLException {
        return new SheetBasis(connection, records, teamId, mixed);
    }

    /** The rows that follow for a record; none when it is no living sheet. */
    List<PlainRow> rowsOf(RecordKey key) {
        Response sheet = sheets.get(key);
        if (sheet == null) {
            return List.of();
        }
        Round round = rounds.getOrDefault(sheet.getRoundId(), Round.getDefaultInstance());
        return ScoreTables.rows(
                key, sheet, Optional.ofNullable(forms.get(sheet.getFormVersionId())), round.getConsentScopesList());
    }

    /** What a record holds; empty when it ended, or when nobody can read it, which Projection says. */
    static <T extends Message> Optional<T> body(StoredRecord record, Parser<T> parser) {
        if (record.tombstone().isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    parser.parseFrom(LiveRecord.parseFrom(record.contents()).getBody()));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    /** Finds records by the ids that others give for them, or those that speak for them. */
    private record Finder(Connection connection, RecordRows records, UUID teamId) {
        <T extends Message> Map<String, T> find(int type, Collection<String> ids, Parser<T> parser)
                throws SQLException {
            Map<String, UUID> wanted = new HashMap<>();
            ids.forEach(id -> uuid(id).ifPresent(uuid -> wanted.put(id, uuid)));
            Map<String, T> found = new HashMap<>();
            for (int hop = 0; hop < HOPS_MAX && !wanted.isEmpty(); hop++) {
                List<RecordKey> keys = wanted.values().stream()
                        .distinct()
                        .map(id -> new RecordKey(teamId, type, id))
                        .toList();
                Map<UUID, StoredRecord> stored = records.find(connection, teamId, keys).stream()
                        .collect(Collectors.toMap(record -> record.key().id(), record -> record));
                wanted.forEach((id, uuid) -> Optional.ofNullable(stored.get(uuid))
                        .flatMap(record -> body(record, parser))
                        .ifPresent(body -> found.put(id, body)));
                wanted.replaceAll((id, uuid) -> successor(stored.get(uuid)).orElse(null));
                wanted.values().removeIf(Objects::isNull);
            }
            return found;
        }

        private static Optional<UUID> successor(StoredRecord record) {
            if (record == null || record.tombstone().isEmpty()) {
                return Optional.empty();
            }
            try {
                Tombstone tombstone = Tombstone.parseFrom(record.tombstone().get());
                return tombstone.getReason() == EndReason.END_REASON_ABSORBED
                        ? Optional.of(Ids.fromBytes(tombstone.getSuccessorId()))
                        : Optional.empty();
            } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
                // Projection says so where the record itself is turned into rows.
                return Optional.empty();
            }
        }

        private static Optional<UUID> uuid(String id) {
            try {
                return Optional.of(UUID.fromString(id));
            } catch (IllegalArgumentException e) {
                // A reference that names nothing finds nothing.
                return Optional.empty();
            }
        }
    }
}
