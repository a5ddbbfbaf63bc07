package tsunagi.server.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.server.search.TypeWords;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;

/**
 * The records that are new or changed since somebody looked at them, those that moved last first. Sheets and roll calls are not
 * among them: there are hundreds, and what is wrong with them the rules say.
 */
final class UnseenList {
    static final List<RecordType> TYPES = List.of(
            RecordType.RECORD_TYPE_WORKPLACE,
            RecordType.RECORD_TYPE_APPROACH,
            RecordType.RECORD_TYPE_REQUEST,
            RecordType.RECORD_TYPE_VISIT,
            RecordType.RECORD_TYPE_OBSERVATION,
            RecordType.RECORD_TYPE_REFERRAL,
            RecordType.RECORD_TYPE_WORKSHOP,
            RecordType.RECORD_TYPE_CONSULTATION,
            RecordType.RECORD_TYPE_MEASURING,
            RecordType.RECORD_TYPE_ROUND,
            RecordType.RECORD_TYPE_ACTION,
            RecordType.RECORD_TYPE_MEETING,
            RecordType.RECORD_TYPE_FOLLOW_UP);

    private static final String FROM = """
            FROM record_line line
            LEFT JOIN review ON review.team_id = line.team_id AND review.about_id = line.record_id
            WHERE line.team_id = ? AND line.life = 'alive' AND line.moved_at_ms > ? AND line.record_type IN (%s)
                AND (review.check_checked_at_ms IS NULL OR review.check_checked_at_ms < line.moved_at_ms
                    OR review.id IN (%s))
            """;

    private final Connection connection;
    private final UUID teamId;
    private final long sinceMs;

    UnseenList(Connection connection, UUID teamId, long sinceMs) {
        this.connection = connection;
        this.teamId = teamId;
        this.sinceMs = sinceMs;
    }

    ReviewList<UnseenRecord> page(Optional<ListPlace> after, int rowsMax) throws SQLException {
        List<UUID> moved = new FreshReviews(connection, teamId)
                .moved().stream().map(review -> review.key().id()).toList();
        StringBuilder sql =
                new StringBuilder("SELECT line.record_type, line.record_id, line.moved_at_ms ").append(from(moved));
        List<Object> arguments = arguments(moved);
        after.ifPresent(place -> {
            sql.append("AND (line.moved_at_ms, line.record_id) < (?, ?)");
            arguments.addAll(List.of(place.asNumber(), place.id().toString()));
        });
        sql.append(" ORDER BY line.moved_at_ms DESC, line.record_id DESC LIMIT ")
                .append(rowsMax + 1);
        List<UnseenRecord> rows = new ArrayList<>(
                Sql.of(connection, sql.toString(), arguments.toArray()).list(this::unseen));
        Optional<String> next = Optional.empty();
        if (rows.size() > rowsMax) {
            rows.remove(rowsMax);
            UnseenRecord last = rows.get(rowsMax - 1);
            next = Optional.of(
                    new ListPlace(ListPlace.number(last.movedAtMs()), last.key().id(), "").text());
        }
        return new ReviewList<>(stillUnseen(rows), next);
    }

    int count(int most) throws SQLException {
        String sql = "SELECT COUNT(*) AS number FROM (SELECT line.record_id " + from(List.of()) + " LIMIT " + most
                + ") unseen";
        return Sql.of(connection, sql, arguments(List.of()).toArray())
                .first(row -> row.smallNumber("number"))
                .orElse(0);
    }

    private static String from(List<UUID> moved) {
        return FROM.formatted(Sql.marks(TYPES.size()), Sql.marks(moved.size()));
    }

    /** The reviews that moved since the plain tables followed are looked at one by one, whatever the tables say of them. */
    private List<Object> arguments(List<UUID> moved) {
        List<Object> arguments = new ArrayList<>(List.of(teamId.toString(), sinceMs));
        TYPES.forEach(type -> arguments.add(TypeWords.of(type)));
        moved.forEach(id -> arguments.add(id.toString()));
        return arguments;
    }

    /** Without those that somebody has looked at a moment ago. */
    private List<UnseenRecord> stillUnseen(List<UnseenRecord> rows) throws SQLException {
        Map<RecordKey, ReviewOf> reviews = new FreshReviews(connection, teamId)
                .about(rows.stream().map(UnseenRecord::key).toList());
        return rows.stream()
                .map(row -> row.with(Optional.ofNullable(reviews.get(row.key()))))
                .filter(UnseenRecord::isUnseen)
                .toList();
    }

    private UnseenRecord unseen(Row row) throws SQLException {
        RecordType type = TypeWords.find(row.text("record_type")).orElseThrow();
        return new UnseenRecord(
                new RecordKey(teamId, type.getNumber(), UUID.fromString(row.text("record_id"))),
                row.number("moved_at_ms"),
                Optional.empty());
    }
}
