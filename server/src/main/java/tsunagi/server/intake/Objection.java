package tsunagi.server.intake;

import java.util.Optional;
import java.util.UUID;
import tsunagi.change.FieldPath;
import tsunagi.change.Reading;
import tsunagi.record.Ids;
import tsunagi.sync.v1.ParkReason;
import tsunagi.sync.v1.Parked;
import tsunagi.sync.v1.Verdict;

/**
 * Why a change cannot be taken in as it is.
 *
 * @param detail what is wrong and where, in English, for a person
 * @param behind the parked change it has to wait for
 */
record Objection(ParkReason reason, String detail, Optional<UUID> behind, Optional<FieldPath> path) {
    static Objection of(ParkReason reason, String detail) {
        return new Objection(reason, detail, Optional.empty(), Optional.empty());
    }

    static Objection of(Reading.Unreadable unreadable) {
        return new Objection(unreadable.reason(), unreadable.detail(), Optional.empty(), unreadable.path());
    }

    static Objection behind(UUID parkedChangeId) {
        return new Objection(
                ParkReason.PARK_REASON_BEHIND_PARKED,
                "it builds on change " + parkedChangeId + ", which is parked",
                Optional.of(parkedChangeId),
                Optional.empty());
    }

    Verdict verdict() {
        Parked.Builder parked = Parked.newBuilder().setReason(reason).setDetail(detail);
        behind.ifPresent(id -> parked.setBehindChangeId(Ids.toBytes(id)));
        path.ifPresent(field -> parked.setPath(field.toProto()));
        return Verdict.newBuilder().setParked(parked).build();
    }
}
