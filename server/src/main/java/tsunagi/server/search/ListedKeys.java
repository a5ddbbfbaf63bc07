package tsunagi.server.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.name.SearchWords;
import tsunagi.records.v1.RecordType;
import tsunagi.server.search.ListQuery.Statement;
import tsunagi.server.search.ListQuery.Way;
import tsunagi.server.storage.Dialect;
import tsunagi.server.storage.Sql;

/**
 * The keys of one filter's records. Where something narrows the list that no index knows, each type is first read in any order: what it has of such
 * records is either little, and then all of it is known, or so much that the next ones are found soon along the list.
 */
final class ListedKeys {
    private static final Comparator<PageKey> OLDER_FIRST = Comparator.comparing(PageKey::day)
            .thenComparing(key -> key.id().toString())
            .thenComparing(key -> key.type().getNumber());

    private final Connection connection;
    private final Dialect dialect;
    private final RecordFilter filter;
    private final List<RecordType> types;
    private final List<String> workplaceIds;
    private final int countMax;

    /**
     * Begins to list.
     *
     * @param countMax up to here they are counted; a type that has more of them is one that has many
     */
    ListedKeys(Connection connection, Dialect dialect, RecordFilter filter, int countMax) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.filter = filter;
        this.types = filter.types().isEmpty() ? TypeWords.ALL : List.copyOf(filter.types());
        this.workplaceIds = filter.workplaceId().isPresent()
                ? duplicates(filter.workplaceId().get())
                : List.of();
        this.countMax = countMax;
    }

    /**
     * Keys from a place on.
     *
     * @param keys in the direction of the place
     * @param count how many the filter lets through, where that came to light
     */
    record Found(List<PageKey> keys, Optional<RecordCount> count) {}

    /** At most so many from this place on. */
    Found from(PagePlace place, int most) throws SQLException {
        if (!isNarrowedBesideIndex()) {
            return new Found(nearest(place, most, keys(types, place, most, Way.ALONG_THE_LIST)), Optional.empty());
        }
        Map<RecordType, List<PageKey>> byType = new EnumMap<>(RecordType.class);
        List<PageKey> found = keys(types, place, countMax + 1, Way.ANY);
        found.forEach(key ->
                byType.computeIfAbsent(key.type(), type -> new ArrayList<>()).add(key));
        List<RecordType> many = byType.keySet().stream()
                .filter(type -> byType.get(type).size() > countMax)
                .toList();
        List<PageKey> keys = new ArrayList<>(many.isEmpty() ? List.of() : keys(many, place, most, Way.ALONG_THE_LIST));
        byType.forEach((type, some) -> keys.addAll(many.contains(type) ? List.of() : some));
        boolean isAll = place instanceof PagePlace.First;
        return new Found(
                nearest(place, most, keys),
                isAll ? Optional.of(RecordCount.upTo(countMax, found.size())) : Optional.empty());
    }

    RecordCount count() throws SQLException {
        Statement counting = query(Way.ANY).count(types, countMax + 1);
        int found = Sql.of(connection, counting.sql(), counting.arguments().toArray())
                .first(row -> row.smallNumber("number"))
                .orElse(0);
        return RecordCount.upTo(countMax, found);
    }

    private boolean isNarrowedBesideIndex() {
        return !filter.marks().isEmpty()
                || filter.workplaceId().isPresent()
                || filter.personId().isPresent()
                || filter.bodyId().isPresent()
                || !SearchWords.of(filter.text()).keys().isEmpty();
    }

    private static List<PageKey> nearest(PagePlace place, int most, List<PageKey> keys) {
        Comparator<PageKey> order = place instanceof PagePlace.Before ? OLDER_FIRST : OLDER_FIRST.reversed();
        return keys.stream().sorted(order).limit(most).toList();
    }

    private List<PageKey> keys(List<RecordType> some, PagePlace place, int most, Way way) throws SQLException {
        Statement asking = query(way).keys(some, place, most);
        return Sql.of(connection, asking.sql(), asking.arguments().toArray())
                .list(row -> new PageKey(
                        row.text("sort_day"),
                        UUID.fromString(row.text("record_id")),
                        RecordType.forNumber(row.smallNumber("type_number"))));
    }

    private ListQuery query(Way way) {
        return new ListQuery(filter, dialect, workplaceIds, way);
    }

    /** The workplace itself or the one that speaks for it, and all that this speaks for. */
    private List<String> duplicates(UUID workplaceId) throws SQLException {
        String teamId = filter.teamId().toString();
        String of = "FROM absorbed WHERE team_id = ? AND record_type = 'workplace' AND ";
        String speaker = Sql.of(
                        connection, "SELECT successor_id " + of + "record_id = ?", teamId, workplaceId.toString())
                .first(row -> row.text("successor_id"))
                .orElse(workplaceId.toString());
        List<String> ids = new ArrayList<>(List.of(speaker));
        ids.addAll(Sql.of(connection, "SELECT record_id " + of + "successor_id = ?", teamId, speaker)
                .list(row -> row.text("record_id")));
        return ids;
    }
}
