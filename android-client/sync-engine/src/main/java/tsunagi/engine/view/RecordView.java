package tsunagi.engine.view;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Optional;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.outbox.Standing;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;

/**
 * A record as the screen shows it: what the server said, with this tablet's own changes on top.
 *
 * @param state the record with them
 * @param onServer the record without them; empty when the server has said nothing of it
 * @param onTop this tablet's changes that the server's word does not hold yet, in the order they were saved
 */
public record RecordView(RecordState state, Optional<RecordState> onServer, List<SavedChange> onTop) {
    public RecordKey key() {
        return state.key();
    }

    /** True when it has contents to show. */
    public boolean isAlive() {
        return state.life().isAlive() && !state.fields().isEmpty();
    }

    /** True when part of it is on this tablet only. */
    public boolean isWaiting() {
        return has(Standing.WAITING);
    }

    /** True when part of it waits on the server for a person. */
    public boolean isParked() {
        return has(Standing.PARKED);
    }

    private boolean has(Standing standing) {
        return onTop.stream().anyMatch(change -> change.standing() == standing);
    }

    /** The record as a message of its type. */
    public <M extends Message> M as(M prototype) {
        try {
            @SuppressWarnings("unchecked")
            M message = (M) prototype.getParserForType().parseFrom(state.body());
            return message;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a kept record does not parse as " + prototype.getClass(), e);
        }
    }
}
