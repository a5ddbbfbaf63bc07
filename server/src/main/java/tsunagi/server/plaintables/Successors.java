package tsunagi.server.plaintables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagi.server.storage.Batch;
import tsunagi.server.storage.Sql;

/**
 * The successors of one team's absorbed records. A successor may be absorbed in its turn, or split off again: then those
 * that stand before it in the chain change, though none of them moved.
 */
final class Successors {
    private final Connection connection;
    private final String teamId;

    Successors(Connection connection, String teamId) {
        this.connection = connection;
        this.teamId = teamId;
    }

    /** Makes every absorbed record name the one that speaks for it in the end. */
    void settle() throws SQLException {
        List<Absorbed> all = Sql.of(connection, "SELECT * FROM absorbed WHERE team_id = ?", teamId)
                .list(row -> new Absorbed(
                        new Ref(row.text("record_type"), row.text("record_id")),
                        row.text("absorbed_into_id"),
                        row.text("successor_id")));
        Map<Ref, Ref> into = new HashMap<>();
        all.forEach(absorbed -> into.put(absorbed.record(), absorbed.into()));
        String sql = "UPDATE absorbed SET successor_id = ? WHERE team_id = ? AND record_type = ? AND record_id = ?";
        try (Batch batch = new Batch(connection, sql)) {
            for (Absorbed absorbed : all) {
                Ref record = absorbed.record();
                String successorId = lastAfter(record, into).id();
                if (!successorId.equals(absorbed.successorId())) {
                    batch.add(successorId, teamId, record.type(), record.id());
                }
            }
            batch.run();
        }
    }

    private static Ref lastAfter(Ref record, Map<Ref, Ref> into) {
        Set<Ref> passed = new HashSet<>();
        Ref last = record;
        // Records never absorb each other in a circle; were it so all the same, this must end.
        while (into.containsKey(last) && passed.add(last)) {
            last = into.get(last);
        }
        return last;
    }

    private record Ref(String type, String id) {}

    private record Absorbed(Ref record, String intoId, String successorId) {
        Ref into() {
            return new Ref(record.type(), intoId);
        }
    }
}
