package tsunagi.server.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagi.calendar.FiscalYear;
import tsunagi.name.SearchWords;
import tsunagi.records.v1.RecordType;
import tsunagi.server.storage.Dialect;
import tsunagi.server.storage.Sql;

/** One question about a list, put into SQL type by type, so that each is answered along an index or by reading that type alone. */
final class ListQuery {
    /** How the records of a type are looked through. */
    enum Way {
        /** In the order of the list, until there are enough: quick where most of what is passed is wanted. */
        ALONG_THE_LIST,
        /** In any order: quick where little is wanted, or nothing. */
        ANY
    }

    /** A statement and what it is asked with. */
    record Statement(String sql, List<Object> arguments) {}

    private final RecordFilter filter;
    private final List<String> words;
    private final Dialect dialect;
    private final List<String> workplaceIds;
    private final Way way;
    private final List<Object> arguments = new ArrayList<>();

    /**
     * Begins one; it is good for one statement.
     *
     * @param workplaceIds the workplace filtered by and its duplicates; none when it is not filtered by
     */
    ListQuery(RecordFilter filter, Dialect dialect, List<String> workplaceIds, Way way) {
        this.filter = filter;
        this.words = SearchWords.of(filter.text()).keys();
        this.dialect = dialect;
        this.workplaceIds = workplaceIds;
        this.way = way;
    }

    /** The keys at a place, of each of these types at most so many. */
    Statement keys(Collection<RecordType> types, PagePlace place, int most) {
        StringBuilder sql = new StringBuilder(places());
        String between = "";
        for (RecordType type : types) {
            sql.append(between)
                    .append("SELECT * FROM (SELECT line.sort_day, line.record_id, ")
                    .append(type.getNumber())
                    .append(" AS type_number FROM record_line line WHERE ")
                    .append(where(type))
                    .append(beyond(place, type))
                    .append(order(place))
                    .append(" LIMIT ")
                    .append(most)
                    .append(") type_")
                    .append(type.getNumber());
            between = "\nUNION ALL ";
        }
        return new Statement(sql.toString(), arguments);
    }

    /** How many there are of these types, up to so many. */
    Statement count(Collection<RecordType> types, int most) {
        StringBuilder sql = new StringBuilder(places()).append("SELECT COUNT(*) AS number FROM (");
        String between = "";
        for (RecordType type : types) {
            sql.append(between)
                    .append("SELECT * FROM (SELECT line.record_id FROM record_line line WHERE ")
                    .append(where(type))
                    .append(" LIMIT ")
                    .append(most)
                    .append(") type_")
                    .append(type.getNumber());
            between = "\nUNION ALL ";
        }
        sql.append(" LIMIT ").append(most).append(") found");
        return new Statement(sql.toString(), arguments);
    }

    private String order(PagePlace place) {
        String direction = place instanceof PagePlace.Before ? "ASC" : "DESC";
        return way == Way.ALONG_THE_LIST
                ? " ORDER BY line.sort_day %1$s, line.record_id %1$s".formatted(direction)
                : "";
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
        filter.marks().forEach(mark -> and(where, marked(mark), filter.teamId().toString(), TypeWords.of(type)));
        for (int word = 0; word < words.size(); word++) {
            String atThePlace = " OR line.workplace_id IN (SELECT id FROM place_" + word + "))";
            and(where, "(" + contains("line.search_text") + atThePlace, words.get(word));
        }
        return where.toString();
    }

    /** In any order, one begins at what is marked; along the list each record is asked whether it is. */
    private String marked(RecordMark mark) {
        String id = mark.idColumn();
        return way == Way.ALONG_THE_LIST
                ? "EXISTS (SELECT 1 FROM " + mark.rows() + " AND " + id + " = line.record_id)"
                : "line.record_id IN (SELECT " + id + " FROM " + mark.rows() + ")";
    }

    private String beyond(PagePlace place, RecordType type) {
        if (place instanceof PagePlace.After after) {
            return beyond(
                    after.key(), "<", type.getNumber() < after.key().type().getNumber());
        }
        if (place instanceof PagePlace.Before before) {
            return beyond(
                    before.key(), ">", type.getNumber() > before.key().type().getNumber());
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
