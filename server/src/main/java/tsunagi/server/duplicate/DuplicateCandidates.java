package tsunagi.server.duplicate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;

/** The pairs that may be one, as far as the records were followed, the likeliest first. Thread-safe. */
public final class DuplicateCandidates {
    /** Which of them are asked for. */
    public record Wanted(UUID teamId, Optional<Integer> type) {}

    /** The place in the list behind which the next page begins. */
    public record Place(int score, UUID first, UUID second) {
        public static Place of(DuplicateCandidate last) {
            return new Place(
                    last.likeness().score(), last.pair().first(), last.pair().second());
        }

        /** As an address or a tablet names it. */
        public String text() {
            return score + "." + first + "." + second;
        }

        /** Empty when it names none. */
        public static Optional<Place> parse(String text) {
            String[] parts = text.split("\\.", -1);
            try {
                return Optional.of(
                        new Place(Integer.parseInt(parts[0]), UUID.fromString(parts[1]), UUID.fromString(parts[2])));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                return Optional.empty();
            }
        }
    }

    public List<DuplicateCandidate> list(Connection connection, Wanted wanted, Optional<Place> after, int most)
            throws SQLException {
        List<Object> arguments = new ArrayList<>(List.of(wanted.teamId()));
        String where = "team_id = ?";
        if (wanted.type().isPresent()) {
            where += " AND record_type = ?";
            arguments.add(wanted.type().get());
        }
        if (after.isPresent()) {
            where += " AND score <= ? AND (score < ? OR first_id < ? OR first_id = ? AND second_id < ?)";
            Place place = after.get();
            arguments.addAll(List.of(place.score(), place.score(), place.first(), place.first(), place.second()));
        }
        return Sql.of(
                        connection,
                        "SELECT * FROM duplicate_candidate WHERE " + where
                                + " ORDER BY score DESC, first_id DESC, second_id DESC LIMIT " + most,
                        arguments.toArray())
                .list(row -> candidate(wanted.teamId(), row));
    }

    /** How many there are of each type. */
    public Map<Integer, Long> counts(Connection connection, UUID teamId) throws SQLException {
        Map<Integer, Long> counts = new LinkedHashMap<>();
        Sql.of(
                        connection,
                        "SELECT record_type, COUNT(*) AS number FROM duplicate_candidate WHERE team_id = ? GROUP BY record_type"
                                + " ORDER BY record_type",
                        teamId)
                .visit(row -> {
                    counts.put(row.smallNumber("record_type"), row.number("number"));
                    return true;
                });
        return counts;
    }

    public Optional<DuplicateCandidate> find(Connection connection, DuplicatePair pair) throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT * FROM duplicate_candidate WHERE team_id = ? AND first_id = ? AND second_id = ?",
                        pair.teamId(),
                        pair.first(),
                        pair.second())
                .first(row -> candidate(pair.teamId(), row));
    }

    private static DuplicateCandidate candidate(UUID teamId, Row row) throws SQLException {
        List<Reason> reasons = Stream.of(row.text("reasons").split(" ", -1))
                .filter(name -> !name.isEmpty())
                .map(Reason::valueOf)
                .toList();
        return new DuplicateCandidate(
                new DuplicatePair(teamId, row.smallNumber("record_type"), row.id("first_id"), row.id("second_id")),
                new Likeness(row.smallNumber("score"), reasons));
    }
}
