package tsunagi.server.intake;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import java.util.UUID;
import tsunagi.change.ContentHash;
import tsunagi.record.RecordKey;
import tsunagi.server.intake.ClockOffset.Corrected;
import tsunagi.sync.v1.Change;
import tsunagi.sync.v1.ChangeHeader;
import tsunagi.sync.v1.ParkReason;
import tsunagi.sync.v1.Verdict;

/**
 * A change that waits for a person, or did.
 *
 * @param key the record it is about; empty when even that cannot be read
 * @param wire the bytes it came in, without a body when its record was erased meanwhile
 * @param behind the parked change it waits behind
 * @param verdict what was said about it last, without an ordinal
 */
public record ParkedChange(
        UUID changeId,
        UUID originDeviceId,
        UUID carrierDeviceId,
        long ordinal,
        Optional<RecordKey> key,
        ContentHash hash,
        Change wire,
        ParkReason reason,
        String detail,
        Optional<UUID> behind,
        Corrected madeAt,
        long receivedAtMs,
        State state,
        Verdict verdict) {
    /** What became of it. */
    public enum State {
        /** It waits. */
        WAITING,
        /** It was taken in after all. */
        RELEASED,
        /** A person let go of it. */
        DROPPED,
        /** Its author corrected it by another change. */
        REPLACED
    }

    /** Who made it; empty when its header does not say, or cannot be read. */
    public Optional<String> authorPersonId() {
        try {
            return Optional.of(ChangeHeader.parseFrom(wire.getHeader()).getAuthorPersonId())
                    .filter(id -> !id.isEmpty());
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    boolean isBehind(UUID otherChangeId) {
        return behind.filter(otherChangeId::equals).isPresent();
    }

    boolean isEarlierInLane(Incoming incoming) {
        return originDeviceId.equals(incoming.originDeviceId()) && ordinal < incoming.ordinal();
    }

    /** True when rights were judged before it was parked, or are what it lacks: who releases it gives them. */
    boolean hasRightsOnceReleased() {
        return switch (reason) {
            case PARK_REASON_NOT_A_MEMBER,
                    PARK_REASON_ROLE_MISSING,
                    PARK_REASON_DEVICE_NOT_OF_TEAM,
                    PARK_REASON_BEHIND_PARKED,
                    PARK_REASON_NOT_APPLICABLE -> true;
            case PARK_REASON_MALFORMED,
                    PARK_REASON_UNSTORABLE_TEXT,
                    PARK_REASON_TOO_LARGE,
                    PARK_REASON_TEAM_UNKNOWN,
                    PARK_REASON_SERVER_FAULT,
                    PARK_REASON_UNSPECIFIED,
                    UNRECOGNIZED -> false;
        };
    }

    /** This change, waiting for what the objection says. */
    ParkedChange waitingFor(Objection objection) {
        return new ParkedChange(
                changeId,
                originDeviceId,
                carrierDeviceId,
                ordinal,
                key,
                hash,
                wire,
                objection.reason(),
                objection.detail(),
                objection.behind(),
                madeAt,
                receivedAtMs,
                State.WAITING,
                objection.verdict());
    }

    ParkedChange settled(State newState, Verdict newVerdict) {
        return new ParkedChange(
                changeId,
                originDeviceId,
                carrierDeviceId,
                ordinal,
                key,
                hash,
                wire,
                reason,
                detail,
                behind,
                madeAt,
                receivedAtMs,
                newState,
                newVerdict);
    }
}
