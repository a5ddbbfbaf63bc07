package tsunagi.merge;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.change.FieldPath;
import tsunagi.change.Stamp;
import tsunagi.record.Ids;
import tsunagi.sync.v1.Authorship;

/**
 * Values of one field that did not know of each other: the one in place, and the candidates that wait beside it.
 *
 * @param base what both sides started from; empty when it is not known or was never set
 * @param standingBy who wrote the value in place
 */
public record Conflict(
        FieldPath path,
        UUID openedByChangeId,
        Optional<ByteString> base,
        Authorship standingBy,
        List<Candidate> candidates) {

    public Conflict {
        candidates = Collections.unmodifiableList(new ArrayList<>(candidates));
    }

    /** What stays open once a person who saw these candidates has decided; empty when nothing does. */
    Optional<Conflict> settledBy(List<Stamp> seenCandidates) {
        List<Candidate> open = new ArrayList<>(candidates);
        open.removeIf(candidate -> seenCandidates.stream().anyMatch(candidate::isSeenAs));
        return open.isEmpty() ? Optional.empty() : Optional.of(with(open));
    }

    Conflict with(List<Candidate> otherCandidates) {
        return new Conflict(path, openedByChangeId, base, standingBy, otherCandidates);
    }

    Conflict withStandingBy(Authorship author) {
        return new Conflict(path, openedByChangeId, base, author, candidates);
    }

    public tsunagi.sync.v1.Conflict toProto() {
        var conflict = tsunagi.sync.v1.Conflict.newBuilder()
                .setPath(path.toProto())
                .setOpenedByChangeId(Ids.toBytes(openedByChangeId))
                .setStandingBy(standingBy);
        base.ifPresent(conflict::setBase);
        candidates.forEach(candidate -> conflict.addCandidates(candidate.toProto()));
        return conflict.build();
    }

    static Conflict fromProto(tsunagi.sync.v1.Conflict conflict) {
        return new Conflict(
                FieldPath.fromProto(conflict.getPath()),
                Ids.fromBytes(conflict.getOpenedByChangeId()),
                conflict.hasBase() ? Optional.of(conflict.getBase()) : Optional.empty(),
                conflict.getStandingBy(),
                conflict.getCandidatesList().stream().map(Candidate::fromProto).collect(Collectors.toList()));
    }
}
