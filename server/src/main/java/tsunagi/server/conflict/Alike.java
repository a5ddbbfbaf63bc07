package tsunagi.server.conflict;

import com.google.protobuf.ByteString;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A way in which many conflicts are settled at once. */
public sealed interface Alike {
    /** The value that this way takes; empty where it tells nothing, and the conflict stays open. */
    Optional<ByteString> valueFor(OpenConflict conflict);

    /** What stands goes on standing. */
    record WhatStands() implements Alike {
        @Override
        public Optional<ByteString> valueFor(OpenConflict conflict) {
            return Optional.of(conflict.standing().value());
        }
    }

    /** What was written last, by the corrected clock. */
    record TheLatest() implements Alike {
        @Override
        public Optional<ByteString> valueFor(OpenConflict conflict) {
            return conflict.sides().stream()
                    .max(Comparator.comparingLong(side -> side.by().getCorrectedAtMs()))
                    .map(OpenConflict.Side::value);
        }
    }

    /** What this person wrote. */
    record OfPerson(String personId) implements Alike {
        @Override
        public Optional<ByteString> valueFor(OpenConflict conflict) {
            return only(conflict, side -> side.by().getPersonId().equals(personId));
        }
    }

    /** What was written on behalf of this body. */
    record OfBody(String bodyId) implements Alike {
        @Override
        public Optional<ByteString> valueFor(OpenConflict conflict) {
            return only(conflict, side -> side.by().getBodyId().equals(bodyId));
        }
    }

    /** Reads what a form sends: {@code stands}, {@code latest}, {@code person:} or {@code body:} and an id. */
    static Optional<Alike> parse(String word) {
        if (word.startsWith("person:")) {
            return Optional.of(new OfPerson(word.substring("person:".length())));
        }
        if (word.startsWith("body:")) {
            return Optional.of(new OfBody(word.substring("body:".length())));
        }
        return switch (word) {
            case "stands" -> Optional.of(new WhatStands());
            case "latest" -> Optional.of(new TheLatest());
            default -> Optional.empty();
        };
    }

    private static Optional<ByteString> only(OpenConflict conflict, Predicate<OpenConflict.Side> isMeant) {
        List<ByteString> meant = conflict.sides().stream()
                .filter(isMeant)
                .map(OpenConflict.Side::value)
                .distinct()
                .toList();
        // Several of one's own may disagree: then a person looks.
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }
}
