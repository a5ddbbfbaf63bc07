package tsunagi.server.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;

/** Reads the lines of one team whose keys are known, with the names of their workplaces and their marks. */
final class LineRows {
    private static final String LINES = """
            SELECT line.*, COALESCE(absorbed.successor_id, line.workplace_id) AS place_id, place.title AS place_title,
                (SELECT COUNT(*) FROM record_problem problem WHERE problem.team_id = line.team_id
                    AND problem.record_type = line.record_type AND problem.record_id = line.record_id) AS problem_count,
                (SELECT COUNT(*) FROM review WHERE review.team_id = line.team_id AND review.about_id = line.record_id
                    AND review.about_type = line.record_type AND review.exclusion_left_out = 1) AS left_out_count,
                (SELECT COUNT(*) FROM review
                    JOIN review_question question ON question.team_id = review.team_id AND question.review_id = review.id
                    LEFT JOIN review_answer answer ON answer.team_id = question.team_id
                        AND answer.review_id = question.review_id AND answer.entry_key = question.entry_key
                    WHERE review.team_id = line.team_id AND review.about_id = line.record_id
                        AND review.about_type = line.record_type AND answer.entry_key IS NULL) AS open_question_count
            FROM record_line line
            LEFT JOIN absorbed ON absorbed.team_id = line.team_id AND absorbed.record_type = 'workplace'
                AND absorbed.record_id = line.workplace_id
            LEFT JOIN record_line place ON place.team_id = line.team_id AND place.record_type = 'workplace'
                AND place.record_id = COALESCE(absorbed.successor_id, line.workplace_id)
            WHERE line.team_id = ? AND line.record_type = ? AND line.record_id IN (%s)
            """;

    private final Connection connection;
    private final UUID teamId;

    LineRows(Connection connection, UUID teamId) {
        this.connection = connection;
        this.teamId = teamId;
    }

    /** Those that are there, in the order of the keys. */
    List<RecordLine> of(List<RecordKey> keys) throws SQLException {
        Map<RecordKey, RecordLine> found = new HashMap<>();
        Map<Integer, List<RecordKey>> byType = keys.stream().collect(Collectors.groupingBy(RecordKey::type));
        for (Map.Entry<Integer, List<RecordKey>> some : byType.entrySet()) {
            RecordType type = RecordType.forNumber(some.getKey());
            List<Object> arguments = new ArrayList<>(List.of(teamId.toString(), TypeWords.of(type)));
            some.getValue().forEach(key -> arguments.add(key.id().toString()));
            Sql.of(connection, LINES.formatted(Sql.marks(some.getValue().size())), arguments.toArray())
                    .list(row -> line(type, row))
                    .forEach(line -> found.put(line.key(), line));
        }
        return keys.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private RecordLine line(RecordType type, Row row) throws SQLException {
        return new RecordLine(
                new RecordKey(teamId, type.getNumber(), UUID.fromString(row.text("record_id"))),
                type,
                row.text("life").equals("deleted"),
                row.optionalText("sort_day").filter(day -> !day.isEmpty()),
                row.truth("day_is_own"),
                row.optionalText("title"),
                workplace(row),
                row.optionalText("program_id"),
                row.optionalText("visit_id"),
                row.optionalText("workshop_id"),
                row.optionalText("round_id"),
                ids(row.optionalText("people")),
                ids(row.optionalText("bodies")),
                said(row, "first_person_id", "first_at_ms"),
                said(row, "last_person_id", "last_at_ms"),
                row.smallNumber("conflict_count"),
                row.smallNumber("problem_count"),
                row.smallNumber("open_question_count"),
                row.smallNumber("left_out_count") > 0);
    }

    private static Optional<RecordLine.Workplace> workplace(Row row) throws SQLException {
        Optional<String> name = row.optionalText("place_title");
        return row.optionalText("place_id").map(id -> new RecordLine.Workplace(id, name));
    }

    private static Optional<RecordLine.Said> said(Row row, String person, String at) throws SQLException {
        Optional<String> personId = row.optionalText(person);
        return personId.isPresent()
                ? Optional.of(new RecordLine.Said(personId.get(), Instant.ofEpochMilli(row.number(at))))
                : Optional.empty();
    }

    private static List<String> ids(Optional<String> column) {
        return column.map(ids -> Arrays.asList(ids.strip().split(" ", -1))).orElse(List.of());
    }
}
