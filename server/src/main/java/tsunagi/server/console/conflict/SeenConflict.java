package tsunagi.server.console.conflict;

import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.change.FieldPath;
import tsunagi.change.Stamp;
import tsunagi.record.RecordKey;
import tsunagi.server.conflict.OpenConflict;
import tsunagi.server.conflict.Settlement;

/**
 * A conflict as somebody has it before them on a page, which the page's form sends back.
 *
 * @param standing the stamp of the value in place
 * @param candidates the stamps of what waits beside it
 */
record SeenConflict(RecordKey key, FieldPath path, Stamp standing, List<Stamp> candidates) {
    private static final String BETWEEN = "/";
    private static final int PARTS = 5;

    static SeenConflict of(OpenConflict open) {
        return new SeenConflict(
                open.key(),
                open.path(),
                open.standing().stamp(),
                open.waiting().stream().map(OpenConflict.Side::stamp).toList());
    }

    Settlement settledWith(ByteString value) {
        return new Settlement(key, path, standing, candidates, value);
    }

    /** As it stands in a form. */
    String text() {
        return String.join(
                BETWEEN,
                Integer.toString(key.type()),
                key.id().toString(),
                FieldWord.of(path),
                FieldWord.of(standing),
                candidates.stream().map(FieldWord::of).collect(Collectors.joining(";")));
    }

    /** Reads what {@link #text} wrote. */
    static Optional<SeenConflict> parse(UUID teamId, String text) {
        String[] parts = text.split(BETWEEN, -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            RecordKey key = new RecordKey(teamId, Integer.parseInt(parts[0]), UUID.fromString(parts[1]));
            List<Stamp> candidates = Arrays.stream(parts[4].split(";"))
                    .flatMap(word -> FieldWord.stamp(word).stream())
                    .toList();
            Optional<Stamp> standing = FieldWord.stamp(parts[3]);
            return FieldWord.path(parts[2])
                    .flatMap(path -> standing.map(stamp -> new SeenConflict(key, path, stamp, candidates)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
