package tsunagi.server.console.conflict;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.change.FieldPath;
import tsunagi.change.Stamp;

/** Fields and stamps as they stand in links and forms. */
final class FieldWord {
    private static final String ENTRY = "!";

    private FieldWord() {}

    /** The number; of an entry of a map a mark and its key besides. */
    static String of(FieldPath path) {
        return path.isMapEntry()
                ? path.number()
                        + ENTRY
                        + Base64.getUrlEncoder().encodeToString(path.mapKey().getBytes(StandardCharsets.UTF_8))
                : Integer.toString(path.number());
    }

    static Optional<FieldPath> path(String word) {
        String[] parts = word.split(ENTRY, -1);
        try {
            int number = Integer.parseInt(parts[0]);
            return Optional.of(
                    parts.length > 1
                            ? FieldPath.entry(
                                    number, new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                            : FieldPath.field(number));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String of(Stamp stamp) {
        return stamp.changeIds().stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    static Optional<Stamp> stamp(String word) {
        try {
            return Optional.of(
                    word.isEmpty()
                            ? Stamp.NONE
                            : Stamp.of(Arrays.stream(word.split(","))
                                    .map(UUID::fromString)
                                    .toList()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
