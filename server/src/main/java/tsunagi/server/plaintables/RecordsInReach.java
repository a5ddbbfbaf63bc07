package tsunagi.server.plaintables;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Options;
import tsunagi.rules.RuleContext;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.StoredRecord;
import tsunagi.sync.v1.Tombstone;

/** The other records of a team as they stand, for the rules of the records of one step; each is read once. */
final class RecordsInReach implements RuleContext {
    /** Chains of absorbed records are shorter than this. */
    private static final int HOPS_MAX = 8;

    private final Database database;
    private final RecordRows records;
    private final UUID teamId;
    private final Map<RecordKey, Optional<Message>> read = new HashMap<>();

    RecordsInReach(Database database, RecordRows records, UUID teamId) {
        this.database = database;
        this.records = records;
        this.teamId = teamId;
    }

    @Override
    public <M extends Message> Optional<M> find(M type, String id) {
        int number = type.getDescriptorForType().getOptions().getExtension(Options.recordType);
        return parse(id).flatMap(uuid -> {
            Optional<Message> found = read.computeIfAbsent(
                    new RecordKey(teamId, number, uuid), key -> living(key).map(body -> parse(type, body)));
            @SuppressWarnings("unchecked")
            Optional<M> ofType = (Optional<M>) found;
            return ofType;
        });
    }

    /** The contents of the record, or of the one that speaks for it. */
    private Optional<ByteString> living(RecordKey key) {
        RecordKey next = key;
        for (int i = 0; i < HOPS_MAX; i++) {
            RecordKey wanted = next;
            Optional<StoredRecord> found = database.read(connection -> records.find(connection, wanted));
            if (found.isEmpty() || found.get().tombstone().isEmpty()) {
                return found.map(StoredRecord::body);
            }
            Optional<UUID> successor = successor(found.get());
            if (successor.isEmpty()) {
                return Optional.empty();
            }
            next = key.withId(successor.get());
        }
        return Optional.empty();
    }

    private static Optional<UUID> successor(StoredRecord ended) {
        try {
            Tombstone tombstone = Tombstone.parseFrom(ended.tombstone().orElseThrow());
            return tombstone.hasSuccessorId()
                    ? Optional.of(Ids.fromBytes(tombstone.getSuccessorId()))
                    : Optional.empty();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the kept tombstone of " + ended.key() + " does not parse", e);
        }
    }

    private static Message parse(Message type, ByteString body) {
        try {
            return type.getParserForType().parseFrom(body);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a kept record does not parse as " + type.getClass(), e);
        }
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
