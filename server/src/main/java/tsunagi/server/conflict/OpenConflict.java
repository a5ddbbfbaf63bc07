package tsunagi.server.conflict;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import tsunagi.change.FieldPath;
import tsunagi.change.Stamp;
import tsunagi.merge.Candidate;
import tsunagi.merge.Conflict;
import tsunagi.merge.RecordState;
import tsunagi.merge.StampedValue;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Authorship;

/**
 * A field of a living record that waits for a person to choose.
 *
 * @param state the record as it stands
 * @param conflict one of its own
 */
public record OpenConflict(RecordState state, Conflict conflict) {
    /**
     * One of the values to choose from.
     *
     * @param stamp which changes made it
     * @param value its bytes on the wire; empty when it clears the field
     */
    public record Side(Stamp stamp, ByteString value, Authorship by) {}

    public RecordKey key() {
        return state.key();
    }

    public FieldPath path() {
        return conflict.path();
    }

    /** The value in place. */
    public Side standing() {
        StampedValue inPlace = state.field(path()).orElse(new StampedValue(ByteString.EMPTY, Stamp.NONE));
        return new Side(inPlace.stamp(), inPlace.value(), conflict.standingBy());
    }

    /** The values that wait beside it, in the order they came. */
    public List<Side> waiting() {
        return conflict.candidates().stream().map(OpenConflict::side).toList();
    }

    /** All there is to choose from, the value in place first. */
    public List<Side> sides() {
        List<Side> sides = new ArrayList<>(List.of(standing()));
        sides.addAll(waiting());
        return sides;
    }

    /** That this value shall stand, by somebody who has all of this before them. */
    public Settlement settledWith(ByteString value) {
        return new Settlement(
                key(),
                path(),
                standing().stamp(),
                waiting().stream().map(Side::stamp).toList(),
                value);
    }

    /** Whether somebody who saw this saw all there is. */
    public boolean isSeenBy(Settlement settlement) {
        return standing().stamp().equals(settlement.standing())
                && waiting().stream().map(Side::stamp).toList().equals(settlement.candidates());
    }

    private static Side side(Candidate candidate) {
        return new Side(candidate.stamp(), candidate.value(), candidate.by());
    }
}
