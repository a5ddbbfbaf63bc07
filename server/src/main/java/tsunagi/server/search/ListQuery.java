package tsunagi.server.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagi.calendar.FiscalYear;
import tsunagi.name.SearchWords;
import tsunagi.records.v1.RecordType;
import tsunagi.server.storage.Dialect;
import tsunagi.server.storage.Sql;

/**
 * One list put into SQL. Each type is asked for by itself, along an index in the order of the list, and the answers are brought together: so a
 * page costs as much as its rows, whichever types it is of.
 */
final class ListQuery {
    private static final String OLDER = "<";
    private static final String NEWER = ">";

    private final RecordFilter filter;
    private final List<String> words;
    private final Dialect dialect;
    private final List<String> workplaceIds;
    private final List<Object> arguments = new ArrayList<>();

    /**
     * Begins one.
     *
     * @param workplaceIds the workplace filtered by and its duplicates; none when it is not filtered by
     */
    ListQuery(RecordFilter filter, Dialect dialect, List<String> workplaceIds) {
        this.filter = filter;
        this.words = SearchWords.of(filter.text()).keys();
        this.dialect = dialect;
        this.workplaceIds = workplaceIds;
    }

    Object[] arguments() {
        return arguments.toArray();
    }

    /** The keys of a page. */
    String page(PagePlace place, int rows) {
        boolean isBackwards = place instanceof PagePlace.Before;
        String direction = isBackwards ? "ASC" : "DESC";
        StringBuilder sql = new StringBuilder(places());
        String between = "";
        for (RecordType type : types()) {
            sql.append(between)
                    .append("SELECT * FROM (SELECT line.sort_day, line.record_id, ")
                    .append(type.getNumber())
                    .append(" AS type_number FROM record_line line WHERE ")
                    .append(where(type))
                    .append(beyond(place, type))
                    .append(" ORDER BY line.sort_day %1$s, line.record_id %1$s LIMIT ".formatted(direction))
                    .append(rows)
                    .append(") type_")
                    .append(type.getNumber());
            between = "\nUNION ALL ";
        }
        return sql.append("\nORDER BY sort_day %1$s, record_id %1$s, type_number %1$s LIMIT ".formatted(direction))
                .append(rows)
                .toString();
    }

    /** How many there are, up to so many. */
    String count(int most) {
        StringBuilder sql = new StringBuilder(places()).append("SELECT COUNT(*) AS number FROM (");
        String between = "";
        for (RecordType type : types()) {
            sql.append(between)
                    .append("SELECT * FROM (SELECT line.record_id FROM record_line line WHERE ")
                    .append(where(type))
                    .append(" LIMIT ")
                    .append(most)
                    .append(") type_")
                    .append(type.getNumber());
            between = "\nUNION ALL ";
        }
        return sql.append(" LIMIT ").append(most).append(") found").toString();
    }

    private List<RecordType> types() {
        return filter.types().isEmpty() ? TypeWords.ALL : List.copyOf(filter.types());
    }

    /** For each word the workplaces it is found in, and their duplicates. */
    private String places() {
        List<String> tables = new ArrayList<>();
        for (int word = 0; word < words.size(); word++) {
            String isFound =
                    "place.team_id = ? AND place.record_type = 'workplace' AND " + contains("place.search_text");
            tables.add("place_" + word + " (id) AS MATERIALIZED (SELECT place.record_id FROM record_line place WHERE "
                    + isFound
                    + " UNION ALL SELECT absorbed.record_id FROM absorbed JOIN record_line place ON place.record_id = absorbed.successor_id"
                    + " WHERE " + isFound + " AND absorbed.team_id = ? AND absorbed.record_type = 'workplace')");
            String teamId = filter.teamId().toString();
            arguments.addAll(List.of(teamId, words.get(word), teamId, words.get(word), teamId));
        }
        return tables.isEmpty() ? "" : "WITH " + String.join(",\n", tables) + "\n";
    }

    private String where(RecordType type) {
        StringBuilder where = new StringBuilder("line.team_id = ? AND line.life = ? AND line.record_type = ?");
        arguments.addAll(
                List.of(filter.teamId().toString(), filter.deleted() ? "deleted" : "alive", TypeWords.of(type)));
        first().ifPresent(day -> and(where, "line.sort_day >= ?", day.toString()));
        last().ifPresent(day -> and(where, "line.sort_day <= ?", day.toString()));
        if (filter.workplaceId().isPresent()) {
            and(where, "line.workplace_id IN (" + Sql.marks(workplaceIds.size()) + ")", workplaceIds.toArray());
        }
        filter.personId().ifPresent(id -> and(where, contains("line.people"), " " + id + " "));
        filter.bodyId().ifPresent(id -> and(where, contains("line.bodies"), " " + id + " "));
        filter.marks().forEach(mark -> marked(where, mark, type));
        for (int word = 0; word < words.size(); word++) {
            String atThePlace = " OR line.workplace_id IN (SELECT id FROM place_" + word + "))";
            and(where, "(" + contains("line.search_text") + atThePlace, words.get(word));
        }
        return where.toString();
    }

    private void marked(StringBuilder where, RecordMark mark, RecordType type) {
        String teamId = filter.teamId().toString();
        String typeName = TypeWords.of(type);
        switch (mark) {
            case CONFLICT ->
                and(
                        where,
                        "line.record_id IN (SELECT record_id FROM conflict WHERE team_id = ? AND record_type = ?)",
                        teamId,
                        typeName);
            case PROBLEM ->
                and(
                        where,
                        "line.record_id IN (SELECT record_id FROM record_problem WHERE team_id = ? AND record_type = ?)",
                        teamId,
                        typeName);
            case QUESTION ->
                and(where, "line.record_id IN (SELECT review.about_id FROM review" + """
                         JOIN review_question question ON question.team_id = review.team_id AND question.review_id = review.id
                        LEFT JOIN review_answer answer ON answer.team_id = question.team_id
                            AND answer.review_id = question.review_id AND answer.entry_key = question.entry_key
                        WHERE review.team_id = ? AND review.about_type = ? AND answer.entry_key IS NULL)
                        """, teamId, typeName);
            case LEFT_OUT ->
                and(
                        where,
                        "line.record_id IN (SELECT about_id FROM review WHERE team_id = ? AND about_type = ? AND exclusion_left_out = 1)",
                        teamId,
                        typeName);
        }
    }

    private String beyond(PagePlace place, RecordType type) {
        if (place instanceof PagePlace.After after) {
            return beyond(
                    after.key(), OLDER, type.getNumber() < after.key().type().getNumber());
        }
        if (place instanceof PagePlace.Before before) {
            return beyond(
                    before.key(), NEWER, type.getNumber() > before.key().type().getNumber());
        }
        return "";
    }

    /** Of two records with one day and one id, the type decides. */
    private String beyond(PageKey key, String how, boolean isSameIdBeyond) {
        arguments.add(key.day());
        arguments.add(key.id().toString());
        return " AND (line.sort_day, line.record_id) " + how + (isSameIdBeyond ? "=" : "") + " (?, ?)";
    }

    private void and(StringBuilder where, String condition, Object... more) {
        where.append("\n    AND ").append(condition);
        arguments.addAll(List.of(more));
    }

    private String contains(String column) {
        return dialect.position() + "(" + column + ", ?) > 0";
    }

    private Optional<LocalDate> first() {
        return Stream.of(filter.fiscalYear().map(FiscalYear::firstDay), filter.from())
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo);
    }

    private Optional<LocalDate> last() {
        return Stream.of(filter.fiscalYear().map(FiscalYear::lastDay), filter.until())
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
    }
}
