package tsunagi.server.intake;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import java.util.UUID;
import tsunagi.change.ContentHash;
import tsunagi.change.Reading;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.server.intake.ClockOffset.Corrected;
import tsunagi.sync.v1.Change;
import tsunagi.sync.v1.ChangeHeader;
import tsunagi.sync.v1.ParkReason;

/**
 * A change on its way in, read, and how it came.
 *
 * @param changeId the id it is kept under
 * @param hash of what it said when it came; its record may have been erased since
 */
record Incoming(
        UUID changeId,
        ContentHash hash,
        Reading reading,
        Change wire,
        UUID originDeviceId,
        UUID carrierDeviceId,
        long ordinal,
        Corrected madeAt,
        long receivedAtMs) {
    private static final int ID_BYTES = 16;

    static Incoming of(ParkedChange parked, Reading reading) {
        Incoming incoming = new Incoming(
                parked.changeId(),
                parked.hash(),
                reading,
                parked.wire(),
                parked.originDeviceId(),
                parked.carrierDeviceId(),
                parked.ordinal(),
                parked.madeAt(),
                parked.receivedAtMs());
        boolean isUnderOtherId = reading instanceof Reading.Readable readable
                && !readable.change().changeId().equals(parked.changeId());
        return isUnderOtherId ? incoming.underOtherId() : incoming;
    }

    static Incoming of(Erasure erasure, Reading reading) {
        return new Incoming(
                erasure.changeId(),
                erasure.hash(),
                reading,
                erasure.change(),
                erasure.originDeviceId(),
                erasure.carrierDeviceId(),
                erasure.ordinal(),
                new Corrected(erasure.correctedAtMs(), erasure.clockWasWrong()),
                erasure.receivedAtMs());
    }

    /** The same change, read otherwise. */
    Incoming read(Reading otherReading) {
        return new Incoming(
                changeId, hash, otherReading, wire, originDeviceId, carrierDeviceId, ordinal, madeAt, receivedAtMs);
    }

    /** The same bytes under an id made from them, because their own id was used for something else. */
    Incoming underOtherId() {
        UUID otherId = Ids.fromBytes(hash.sha256().substring(0, ID_BYTES));
        Reading unreadable = new Reading.Unreadable(
                otherId,
                hash,
                ParkReason.PARK_REASON_MALFORMED,
                "its id was used for another change",
                Optional.empty());
        return new Incoming(
                otherId, hash, unreadable, wire, originDeviceId, carrierDeviceId, ordinal, madeAt, receivedAtMs);
    }

    /** The record it is about; empty when even that cannot be read. */
    Optional<RecordKey> key(UUID teamId) {
        return reading instanceof Reading.Readable readable
                ? Optional.of(readable.change().key())
                : headerKey(teamId);
    }

    /** This change as it is kept while it waits. */
    ParkedChange parked(UUID teamId, Objection objection, boolean keepsBody) {
        return new ParkedChange(
                changeId,
                originDeviceId,
                carrierDeviceId,
                ordinal,
                key(teamId),
                hash,
                keepsBody
                        ? wire
                        : Change.newBuilder().setHeader(wire.getHeader()).build(),
                objection.reason(),
                objection.detail(),
                objection.behind(),
                madeAt,
                receivedAtMs,
                ParkedChange.State.WAITING,
                objection.verdict());
    }

    private Optional<RecordKey> headerKey(UUID teamId) {
        try {
            ChangeHeader header = ChangeHeader.parseFrom(wire.getHeader());
            return Ids.isId(header.getRecordId())
                    ? Optional.of(new RecordKey(teamId, header.getRecordType(), Ids.fromBytes(header.getRecordId())))
                    : Optional.empty();
        } catch (InvalidProtocolBufferException e) {
            // That it does not parse is why it is parked, and said there.
            return Optional.empty();
        }
    }
}
