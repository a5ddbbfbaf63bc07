package tsunagi.server.plaintables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Round;
import tsunagi.score.SheetStanding;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StoredRecord;

/** The sheets of one team that have to be looked at again because what they stand on came, changed or went. */
final class DueScores {
    private final Connection connection;
    private final String teamId;

    DueScores(Connection connection, UUID teamId) {
        this.connection = connection;
        this.teamId = teamId.toString();
    }

    /**
     * What a step means for sheets that stood in the tables before it; to be asked before the step's rows are there.
     *
     * @param formIds form versions that moved
     * @param roundIds rounds that ended, or ask for other consent than before
     */
    record Moved(Set<String> formIds, Set<String> roundIds) {}

    Moved movedBy(Step step) throws SQLException {
        Set<String> forms = new HashSet<>();
        Set<String> asking = new HashSet<>();
        Set<String> living = new HashSet<>();
        Set<String> moved = new HashSet<>();
        for (StoredRecord record : step.records()) {
            String id = record.key().id().toString();
            if (record.key().type() == SheetBasis.FORM_VERSION) {
                forms.add(id);
            } else if (record.key().type() == SheetBasis.ROUND) {
                Optional<Round> round = SheetBasis.body(record, Round.parser());
                (round.isPresent() ? living : moved).add(id);
                if (round.isPresent() && round.get().getConsentScopesList().contains(SheetStanding.TOTALS)) {
                    asking.add(id);
                }
            }
        }
        moved.addAll(living.isEmpty() ? Set.of() : changed(living, asking));
        return new Moved(forms, moved);
    }

    private Set<String> changed(Set<String> rounds, Set<String> asking) throws SQLException {
        List<Object> arguments = new ArrayList<>(List.of(teamId, SheetStanding.TOTALS));
        arguments.addAll(rounds);
        Set<String> asked = new HashSet<>(Sql.of(
                        connection,
                        "SELECT round_id FROM round_consent_scope WHERE team_id = ? AND consent_scope = ? AND round_id IN ("
                                + Sql.marks(rounds.size()) + ")",
                        arguments.toArray())
                .list(row -> row.text("round_id")));
        Set<String> changed = new HashSet<>(rounds);
        changed.removeIf(round -> asked.contains(round) == asking.contains(round));
        return changed;
    }

    /** Notes the sheets that stood in the tables before the step. */
    void note(Moved moved, Step step) throws SQLException {
        note("form_version_id", moved.formIds(), step);
        note("round_id", moved.roundIds(), step);
    }

    private void note(String column, Collection<String> ids, Step step) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        List<Object> arguments = new ArrayList<>(List.of(teamId, step.from()));
        arguments.addAll(ids);
        arguments.add(teamId);
        arguments.addAll(ids);
        String marks = Sql.marks(ids.size());
        Sql.of(
                        connection,
                        "INSERT INTO score_due (team_id, response_id) SELECT team_id, id FROM response WHERE team_id = ?"
                                + " AND revision <= ? AND (" + column + " IN (" + marks + ") OR " + column
                                + " IN (SELECT record_id FROM absorbed WHERE team_id = ? AND successor_id IN (" + marks
                                + "))) ON CONFLICT (team_id, response_id) DO NOTHING",
                        arguments.toArray())
                .update();
    }

    /** Some of those that were noted. */
    List<String> ids(int most) throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT response_id FROM score_due WHERE team_id = ? ORDER BY response_id LIMIT " + most,
                        teamId)
                .list(row -> row.text("response_id"));
    }

    /** These sheets as they stand, as far as they are there. */
    List<StoredRecord> sheets(RecordRows records, UUID team, List<String> ids) throws SQLException {
        List<RecordKey> keys = ids.stream()
                .map(id -> new RecordKey(team, SheetBasis.RESPONSE, UUID.fromString(id)))
                .toList();
        return records.find(connection, team, keys);
    }
}
