package tsunagi.merge;

import com.google.protobuf.ByteString;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.change.Stamp;
import tsunagi.record.Ids;
import tsunagi.sync.v1.Authorship;

/**
 * A value that waits beside the value in place until a person decides.
 *
 * @param value its bytes on the wire; empty when the candidate clears the field
 * @param replaced the changes whose candidate this one took the place of
 */
public record Candidate(Stamp stamp, ByteString value, Authorship by, Set<UUID> replaced) {
    /** True when somebody who saw this stamp saw this value; others may have said the same since. */
    boolean isSeenAs(Stamp seen) {
        return !seen.isNone() && stamp.containsAll(seen);
    }

    /** The same value, said once more by another change. */
    Candidate joinedBy(Stamp other) {
        return new Candidate(stamp.and(other), value, by, replaced);
    }

    /** Another value in its place. */
    Candidate replacedBy(Stamp newStamp, ByteString newValue, Authorship newAuthor) {
        Set<UUID> gone = new TreeSet<>(replaced);
        gone.addAll(stamp.changeIds());
        return new Candidate(newStamp, newValue, newAuthor, gone);
    }

    tsunagi.sync.v1.Candidate toProto() {
        return tsunagi.sync.v1.Candidate.newBuilder()
                .setStamp(stamp.toProto())
                .setValue(value)
                .setBy(by)
                .addAllReplacedChangeIds(replaced.stream().map(Ids::toBytes).collect(Collectors.toList()))
                .build();
    }

    static Candidate fromProto(tsunagi.sync.v1.Candidate candidate) {
        return new Candidate(
                Stamp.fromProto(candidate.getStamp()),
                candidate.getValue(),
                candidate.getBy(),
                candidate.getReplacedChangeIdsList().stream()
                        .map(Ids::fromBytes)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
