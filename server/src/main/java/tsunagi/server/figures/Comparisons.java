package tsunagi.server.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tsunagi.server.storage.Sql;

/** Before and after, worked out from the pairs as they stand in the plain tables. */
public final class Comparisons {
    private final Connection connection;

    public Comparisons(Connection connection) {
        this.connection = connection;
    }

    /**
     * One scale of two rounds.
     *
     * @param isPublic whether what it says may be shown, by the rule of published_pair
     */
    public record Comparison(
            String beforeRoundId, String afterRoundId, String scaleKey, boolean isPublic, PairedComparison scores) {}

    private record Key(String beforeRoundId, String afterRoundId, String scaleKey) {}

    /** All comparisons of a team whose round after opened in this fiscal year. */
    public List<Comparison> of(String teamId, int fiscalYear) throws SQLException {
        Map<Key, List<double[]>> pairs = new LinkedHashMap<>();
        Sql.of(connection, """
                        SELECT before_round_id, after_round_id, scale_key, before_value, after_value FROM score_pair
                        WHERE team_id = ? AND fiscal_year = ? ORDER BY after_round_id, scale_key, after_response_id
                        """, teamId, fiscalYear).visit(row -> {
            Key key = new Key(row.text("before_round_id"), row.text("after_round_id"), row.text("scale_key"));
            double[] pair = {row.decimal("before_value"), row.decimal("after_value")};
            return pairs.computeIfAbsent(key, unused -> new ArrayList<>()).add(pair);
        });
        List<Key> shown = Sql.of(connection, """
                        SELECT before_round_id, after_round_id, scale_key FROM published_pair
                        WHERE team_id = ? AND fiscal_year = ? AND is_hidden = 0
                        """, teamId, fiscalYear)
                .list(row -> new Key(row.text("before_round_id"), row.text("after_round_id"), row.text("scale_key")));
        return pairs.entrySet().stream()
                .map(each -> new Comparison(
                        each.getKey().beforeRoundId(),
                        each.getKey().afterRoundId(),
                        each.getKey().scaleKey(),
                        shown.contains(each.getKey()),
                        compare(each.getValue())))
                .toList();
    }

    private static PairedComparison compare(List<double[]> pairs) {
        return PairedComparison.of(
                pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
                pairs.stream().mapToDouble(pair -> pair[1]).toArray());
    }
}
