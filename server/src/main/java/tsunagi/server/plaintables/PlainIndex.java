package tsunagi.server.plaintables;

import java.util.List;

/**
 * An index of a plain table beside its key. Each costs the follower a write a row, so there is none but for a view or a
 * step of the follower that would be slow without it; this is the list of them all.
 *
 * @param why which question it answers
 */
record PlainIndex(String table, List<String> columns, String why) {
    static final List<PlainIndex> ALL = List.of(
            new PlainIndex(
                    "response",
                    List.of("team_id", "round_id", "match_code"),
                    "the sheets of a round, and those of them that bear a code"),
            new PlainIndex("attendance", List.of("team_id", "workshop_id"), "who came to a workshop"),
            new PlainIndex("review", List.of("team_id", "about_id"), "whether a record is left out of totals"),
            new PlainIndex(
                    "visit", List.of("team_id", "workplace_id"), "what the rules look at again when a workplace moves"),
            new PlainIndex(
                    "observation", List.of("team_id", "visit_id"), "what the rules look at again when a visit moves"),
            new PlainIndex(
                    "follow_up", List.of("team_id", "visit_id"), "what the rules look at again when a visit moves"),
            new PlainIndex(
                    "record_line",
                    List.of("team_id", "life", "record_type", "sort_day", "record_id"),
                    "the records of a type, newest first"),
            new PlainIndex(
                    "record_line",
                    List.of("team_id", "workplace_id", "sort_day", "record_id"),
                    "the records of a workplace, newest first"),
            new PlainIndex(
                    "record_line",
                    List.of("team_id", "moved_at_ms", "record_id"),
                    "the records that moved last, for whoever looks at them"));

    static List<PlainIndex> of(String table) {
        return ALL.stream().filter(index -> index.table.equals(table)).toList();
    }

    String name() {
        return table + "_by_" + String.join("_", columns.subList(1, columns.size()));
    }

    String create() {
        return "CREATE INDEX %s ON %s (%s)".formatted(name(), table, String.join(", ", columns));
    }
}
