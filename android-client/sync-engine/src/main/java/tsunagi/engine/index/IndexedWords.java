package tsunagi.engine.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.engine.storage.LocalDatabase;

/** The records of the index that hold the words somebody typed. */
public final class IndexedWords {
    private final LocalDatabase database;

    public IndexedWords(LocalDatabase database) {
        this.database = database;
    }

    /**
     * What is looked for.
     *
     * @param words as {@link TypedWords} makes them; none finds everything
     * @param among only records that refer to one of these; empty for all of the type
     * @param except records that somebody else looks through
     */
    public record Search(
            UUID teamId, int recordType, List<String> words, Optional<References> among, Collection<UUID> except) {}

    /** Some records of one type. */
    public record References(int type, Collection<UUID> ids) {}

    /** A record that was found, and what its place among the others follows from. */
    public record Hit(UUID id, int rank, String order) {}

    /** The first of them, by rank, then in order. */
    public List<Hit> first(Search search, int limit) {
        List<Object> arguments = new ArrayList<>();
        String sql = "SELECT record_id, " + rank(search.words().size()) + " AS rank, order_key"
                + from(search, arguments) + " ORDER BY rank, order_key, record_id LIMIT ?";
        arguments.add(limit);
        return database.query(row -> new Hit(row.id(0), (int) row.integer(1), row.text(2)), sql, arguments.toArray());
    }

    public int count(Search search) {
        List<Object> arguments = new ArrayList<>();
        String sql = "SELECT count(*)" + from(search, arguments);
        return (int) (long) database.queryOne(row -> row.integer(0), sql, arguments.toArray());
    }

    private static String from(Search search, List<Object> arguments) {
        StringBuilder sql = new StringBuilder(" FROM indexed_record");
        String comma = ", (SELECT ";
        for (int i = 0; i < search.words().size(); i++) {
            sql.append(comma).append("? AS word").append(i);
            arguments.add(search.words().get(i));
            comma = ", ";
        }
        sql.append(search.words().isEmpty() ? "" : ")").append(" WHERE team_id = ? AND record_type = ?");
        arguments.add(search.teamId());
        arguments.add(search.recordType());
        for (int i = 0; i < search.words().size(); i++) {
            sql.append(hasWord(i));
        }
        search.among().ifPresent(targets -> sql.append(among(search, targets, arguments)));
        // One argument however many there are, so that the statement stays the same.
        arguments.add(hex(search.except()));
        return sql.append(" AND instr(?, hex(record_id)) = 0").toString();
    }

    private static String hasWord(int number) {
        return " AND (instr(name_key, word#) OR instr(reading_key, word#) OR instr(alias_keys, word#) OR instr(other_keys, word#))"
                .replace("#", Integer.toString(number));
    }

    /** {@link SearchKeys#rank} says the same in Java. */
    private static String rank(int words) {
        StringBuilder sum = new StringBuilder("0");
        for (int i = 0; i < words; i++) {
            sum.append("""
                     + CASE instr(name_key, word#) WHEN 1 THEN 0 WHEN 0 THEN
                       CASE instr(reading_key, word#) WHEN 1 THEN 2 WHEN 0 THEN
                         CASE instr(alias_keys, word#) WHEN 0 THEN 5 ELSE 4 END
                       ELSE 3 END
                     ELSE 1 END
                    """.replace("#", Integer.toString(i)));
        }
        return sum.toString();
    }

    private static String among(Search search, References targets, List<Object> arguments) {
        arguments.addAll(Arrays.asList(search.teamId(), targets.type()));
        arguments.addAll(targets.ids());
        arguments.add(search.recordType());
        return " AND record_id IN (SELECT record_id FROM indexed_reference WHERE team_id = ? AND target_type = ?"
                + " AND target_id IN ("
                + String.join(", ", Collections.nCopies(targets.ids().size(), "?"))
                + ") AND record_type = ?)";
    }

    /** To ask whether an id is among these. */
    static String hex(Collection<UUID> ids) {
        return ids.stream()
                .map(id -> String.format(
                        Locale.ROOT, "%016X%016X", id.getMostSignificantBits(), id.getLeastSignificantBits()))
                .collect(Collectors.joining(","));
    }
}
