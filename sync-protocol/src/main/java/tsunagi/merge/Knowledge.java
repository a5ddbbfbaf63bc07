package tsunagi.merge;

import com.google.protobuf.ByteString;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.change.Change;
import tsunagi.change.FieldPath;
import tsunagi.change.Stamp;
import tsunagi.sync.v1.Authorship;

/** What the author of one arriving change knew of, and what is known about what they knew. */
final class Knowledge {
    private final Arrival arrival;
    private final Change change;
    private final History history;
    private final Ancestry ancestry;

    Knowledge(Arrival arrival, History history) {
        this.arrival = arrival;
        this.change = arrival.change();
        this.history = history;
        this.ancestry = new Ancestry(history);
    }

    /** True when the author knew of every change that made the value in place. One's own earlier changes count. */
    boolean covers(FieldPath path, Stamp standing) {
        return standing.equals(change.seenIn(path)) || newsIn(path, standing).isNone();
    }

    /** Those of the changes that made the value in place which the author did not know of. */
    Stamp newsIn(FieldPath path, Stamp standing) {
        Stamp seen = change.seenIn(path);
        return Stamp.of(standing.changeIds().stream()
                .filter(id -> !seen.contains(id) && !isOwnEarlier(id) && !ancestry.reaches(seen, path, id))
                .collect(Collectors.toList()));
    }

    /** True when what stands was made in knowledge of this very change: it comes late and belongs beneath. */
    boolean isBeneath(Stamp standing, FieldPath path) {
        return standing.changeIds().stream().anyMatch(this::isOwnLater)
                || (path.equals(FieldPath.LIFE)
                        ? standing.changeIds().stream().anyMatch(this::knewOfThis)
                        : ancestry.reaches(standing, path, change.changeId()));
    }

    private boolean knewOfThis(UUID changeId) {
        return history.find(changeId)
                .filter(past -> past.change().knownChangeIds().contains(change.changeId()))
                .isPresent();
    }

    /** True when the author built on something a restore lost, and the field is still as it was restored. */
    boolean trustsRestored(FieldPath path, Stamp standing) {
        Stamp seen = change.seenIn(path);
        boolean isLost = seen.changeIds().stream().anyMatch(history::isUnheardOf);
        return isLost
                && standing.changeIds().stream().allMatch(id -> history.find(id)
                        .filter(past -> history.standsAsRestored(past.revision()))
                        .isPresent());
    }

    /** True when the device that made this change made all of that before. */
    boolean isOwnEarlier(Stamp stamp) {
        return stamp.changeIds().stream().allMatch(this::isOwnEarlier);
    }

    private boolean isOwnEarlier(UUID changeId) {
        return history.find(changeId)
                .filter(past -> arrival.origin().follows(past.origin()))
                .isPresent();
    }

    /** True when this change had to wait, and what its device later made of the same record did not. */
    private boolean isOwnLater(UUID changeId) {
        return history.find(changeId)
                .filter(past -> past.origin().follows(arrival.origin()))
                .filter(past -> past.change().key().equals(change.key()))
                .isPresent();
    }

    /** The value that bore this stamp in this field; empty when nobody can tell any more. */
    Optional<ByteString> valueAt(FieldPath path, Stamp stamp) {
        for (UUID id : stamp.changeIds()) {
            Optional<ByteString> value = history.find(id).flatMap(past -> past.valueAt(path, stamp));
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    boolean isLaterThan(Stamp standing) {
        return arrival.by().getCorrectedAtMs() > authorOf(standing).getCorrectedAtMs();
    }

    /** Who made the value with this stamp: the author of the latest of its changes. */
    Authorship authorOf(Stamp stamp) {
        Authorship latest = Authorship.getDefaultInstance();
        for (UUID id : stamp.changeIds()) {
            Authorship by = history.find(id).map(PastChange::by).orElse(latest);
            latest = by.getCorrectedAtMs() > latest.getCorrectedAtMs() ? by : latest;
        }
        return latest;
    }
}
