package tsunagi.engine.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
     */
    public record Search(UUID teamId, int recordType, List<String> words, Optional<References> among) {}

    /** Some records of one type. */
    public record References(int type, Collection<UUID> ids) {}

    /** A record that was found, and what its place among the others follows from. */
    public record Hit(UUID id, int rank, String order) {}

    /** All of them, by rank, then in order. They are told rather than counted, since both mean to look at every record. */
    public List<Hit> find(Search search) {
        int words = search.words().size();
        List<Object> arguments = new ArrayList<>(search.words());
        arguments.addAll(Arrays.asList(search.teamId(), search.recordType()));
        StringBuilder sql = new StringBuilder("SELECT record_id, ")
                .append(rank(words))
                .append(" AS rank, order_key FROM indexed_record")
                .append(typed(words))
                .append(" WHERE team_id = ? AND record_type = ?");
        for (int word = 0; word < words; word++) {
            sql.append(" AND instr(search_keys, word").append(word).append(") > 0");
        }
        search.among().ifPresent(targets -> sql.append(among(search, targets, arguments)));
        sql.append(" ORDER BY rank, order_key, record_id");
        return database.query(
                row -> new Hit(row.id(0), (int) row.integer(1), row.text(2)), sql.toString(), arguments.toArray());
    }

    /** The words as columns, each bound once. */
    private static String typed(int words) {
        List<String> columns = new ArrayList<>();
        for (int word = 0; word < words; word++) {
            columns.add("? AS word" + word);
        }
        return words == 0 ? "" : ", (SELECT " + String.join(", ", columns) + ")";
    }

    /** {@link SearchKeys#rank} says the same in Java. */
    private static String rank(int words) {
        StringBuilder sum = new StringBuilder("0");
        for (int word = 0; word < words; word++) {
            sum.append("""
                     + CASE WHEN instr(search_keys, word#) = 1 THEN 0 WHEN instr(search_keys, word#) < reading_at THEN 1
                       WHEN instr(search_keys, word#) = reading_at THEN 2 WHEN instr(search_keys, word#) < aliases_at THEN 3
                       WHEN instr(search_keys, word#) < others_at THEN 4 ELSE 5 END
                    """.replace("#", Integer.toString(word)));
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
}
