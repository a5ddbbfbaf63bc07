package tsunagi.server.imports;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.HashMap;
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
    private final Map<Integer, List<Held<?>>> byType = new HashMap<>();

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
        List<Held<M>> held = (List<Held<M>>)
                (List<?>) byType.computeIfAbsent(typeOf(type), number -> List.copyOf(read(type, number)));
        return held;
    }

    private <M extends Message> List<Held<M>> read(M type, int number) {
        return database.read(connection -> records.living(connection, teamId, number)).stream()
                .map(StoredRecord::toState)
                .map(state -> new Held<>(state, parse(type, state)))
                .toList();
    }

    /** The record of this id as it stands; absent when nobody said anything of it. */
    RecordState state(RecordKey key) {
        return database.read(connection -> records.find(connection, key))
                .map(StoredRecord::toState)
                .orElseGet(() -> RecordState.absent(key));
    }

    @Override
    public <M extends Message> Optional<M> find(M type, String id) {
        return all(type).stream()
                .filter(held -> held.id().equals(id))
                .findFirst()
                .map(Held::body);
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
