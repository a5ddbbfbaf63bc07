package tsunagi.server.imports;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Options;
import tsunagi.rules.RuleContext;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.StoredRecord;

/** The records of one team as they stand while an import is planned; each type is read once. */
final class TeamRecords implements RuleContext {
    private final Database database;
    private final UUID teamId;
    private final RecordRows records = new RecordRows();
    private final Map<Integer, Map<String, Held<?>>> byType = new HashMap<>();

    TeamRecords(Database database, UUID teamId) {
        this.database = database;
        this.teamId = teamId;
    }

    /** A living record. */
    record Held<M extends Message>(RecordState state, M body) {
        String id() {
            return state.key().id().toString();
        }
    }

    UUID teamId() {
        return teamId;
    }

    /** The living ones of a type. */
    <M extends Message> List<Held<M>> all(M type) {
        @SuppressWarnings("unchecked")
        List<Held<M>> held = (List<Held<M>>) (List<?>) List.copyOf(byId(type).values());
        return held;
    }

    private Map<String, Held<?>> byId(Message type) {
        return byType.computeIfAbsent(typeOf(type), number -> {
            Map<String, Held<?>> byId = new LinkedHashMap<>();
            for (StoredRecord record : database.read(connection -> records.living(connection, teamId, number))) {
                RecordState state = record.toState();
                byId.put(state.key().id().toString(), new Held<>(state, parse(type, state)));
            }
            return byId;
        });
    }

    /** The key of the living record of this type and id. */
    Optional<RecordKey> keyOf(Message type, String id) {
        return Optional.ofNullable(byId(type).get(id)).map(held -> held.state().key());
    }

    /** The record of this id as it stands; absent when nobody said anything of it. */
    RecordState state(RecordKey key) {
        return database.read(connection -> records.find(connection, key))
                .map(StoredRecord::toState)
                .orElseGet(() -> RecordState.absent(key));
    }

    @Override
    public <M extends Message> Optional<M> find(M type, String id) {
        @SuppressWarnings("unchecked")
        Optional<Held<M>> held = Optional.ofNullable((Held<M>) byId(type).get(id));
        return held.map(Held::body);
    }

    static int typeOf(Message type) {
        return type.getDescriptorForType().getOptions().getExtension(Options.recordType);
    }

    private static <M extends Message> M parse(M type, RecordState state) {
        try {
            @SuppressWarnings("unchecked")
            M body = (M) type.getParserForType().parseFrom(state.body());
            return body;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the kept record " + state.key() + " does not parse", e);
        }
    }
}
