package tsunagi.engine.view;

import com.google.protobuf.Message;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Options;
import tsunagi.rules.RuleContext;

/** The records of one team as this tablet shows them, for rules that look at several. */
final class KnownRecords implements RuleContext {
    private final Records records;
    private final UUID teamId;

    KnownRecords(Records records, UUID teamId) {
        this.records = records;
        this.teamId = teamId;
    }

    @Override
    public <M extends Message> Optional<M> find(M type, String id) {
        int number = type.getDescriptorForType().getOptions().getExtension(Options.recordType);
        return parse(id)
                .map(uuid -> speaker(new RecordKey(teamId, number, uuid)))
                .filter(RecordView::isAlive)
                .map(view -> view.as(type));
    }

    /** The record itself or, when it was absorbed, the one that speaks for it; the server names final successors. */
    private RecordView speaker(RecordKey key) {
        RecordView view = records.show(key);
        return view.state()
                .life()
                .successor()
                .map(id -> records.show(key.withId(id)))
                .orElse(view);
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
