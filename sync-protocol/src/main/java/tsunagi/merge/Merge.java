package tsunagi.merge;

import tsunagi.record.RecordSchemas;
import tsunagi.sync.v1.EndReason;

/**
 * Merges a change into the record it is about. The server is where order is made, so whoever comes second is the
 * newcomer; everything else is a function of what each author saw. Thread-safe.
 */
public final class Merge {
    private final RecordSchemas schemas;

    public Merge(RecordSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * Merges an edit or an end.
     *
     * @param state the record as it stands; not erased and not absorbed
     */
    public Outcome apply(RecordState state, Arrival arrival, History history) {
        MergeInProgress merge = new MergeInProgress(schemas.find(state.key().type()), state, arrival, history);
        return switch (arrival.change().action()) {
            case ACTION_EDIT -> merge.edit();
            case ACTION_DELETE -> merge.delete();
            case ACTION_WITHDRAW -> merge.erase(EndReason.END_REASON_WITHDRAWN);
            case ACTION_DESTROY -> merge.erase(EndReason.END_REASON_DESTROYED);
            case ACTION_ABSORB, ACTION_SPLIT, ACTION_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalArgumentException(arrival.change().action() + " is not about one record alone");
        };
    }
}
