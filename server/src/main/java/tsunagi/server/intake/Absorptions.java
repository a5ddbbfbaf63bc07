package tsunagi.server.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.merge.Absorption.Decision;
import tsunagi.record.RecordKey;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;

/** Which records of one team speak for which others, as one transaction sees it. */
final class Absorptions {
    private final Connection connection;
    private final UUID teamId;
    private final Map<UUID, Optional<UUID>> successors = new HashMap<>();
    private Optional<Boolean> isAny = Optional.empty();

    Absorptions(Connection connection, UUID teamId) {
        this.connection = connection;
        this.teamId = teamId;
    }

    /**
     * One absorption.
     *
     * @param record the record that was absorbed
     * @param changeId the change that said so or from which it followed
     */
    record Absorbed(RecordKey record, UUID successorId, UUID changeId, Decision decision) {
        RecordKey successor() {
            return record.withId(successorId);
        }
    }

    /** The id that speaks for this one, of whatever type the record is: often the id itself. */
    UUID resolve(UUID recordId) throws SQLException {
        UUID resolved = recordId;
        for (Optional<UUID> successor = successor(resolved); successor.isPresent(); successor = successor(resolved)) {
            resolved = successor.get();
        }
        return resolved;
    }

    Optional<Absorbed> find(RecordKey record) throws SQLException {
        return select("record_id = ? AND record_type = ?", record.id(), record.type())
                .first(this::absorbed);
    }

    /** Those that the record absorbed itself. */
    List<Absorbed> into(RecordKey successor) throws SQLException {
        return select("successor_id = ? AND record_type = ?", successor.id(), successor.type())
                .list(this::absorbed);
    }

    /** The record and all it speaks for, directly or through others. */
    Set<RecordKey> family(RecordKey root) throws SQLException {
        Set<RecordKey> family = new LinkedHashSet<>(List.of(root));
        Deque<RecordKey> open = new ArrayDeque<>(family);
        while (!open.isEmpty()) {
            for (Absorbed absorbed : into(open.remove())) {
                if (family.add(absorbed.record())) {
                    open.add(absorbed.record());
                }
            }
        }
        return family;
    }

    void add(Absorbed absorbed) throws SQLException {
        Sql.of(
                        connection,
                        """
                        INSERT INTO absorption (team_id, record_type, record_id, successor_id, change_id, decision)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """,
                        teamId,
                        absorbed.record().type(),
                        absorbed.record().id(),
                        absorbed.successorId(),
                        absorbed.changeId(),
                        absorbed.decision())
                .update();
        successors.clear();
        isAny = Optional.of(true);
    }

    void remove(RecordKey record) throws SQLException {
        Sql.of(
                        connection,
                        "DELETE FROM absorption WHERE team_id = ? AND record_id = ? AND record_type = ?",
                        teamId,
                        record.id(),
                        record.type())
                .update();
        successors.clear();
    }

    private Optional<UUID> successor(UUID recordId) throws SQLException {
        if (!isAny()) {
            return Optional.empty();
        }
        Optional<UUID> known = successors.get(recordId);
        if (known == null) {
            known = select("record_id = ?", recordId).first(row -> row.id("successor_id"));
            successors.put(recordId, known);
        }
        return known;
    }

    /** Most teams have none, and then nothing needs to be followed. */
    private boolean isAny() throws SQLException {
        if (isAny.isEmpty()) {
            isAny = Optional.of(Sql.of(connection, "SELECT 1 FROM absorption WHERE team_id = ? LIMIT 1", teamId)
                    .first(row -> true)
                    .isPresent());
        }
        return isAny.get();
    }

    private Sql select(String where, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = teamId;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Sql.of(connection, "SELECT * FROM absorption WHERE team_id = ? AND " + where, all);
    }

    private Absorbed absorbed(Row row) throws SQLException {
        return new Absorbed(
                new RecordKey(teamId, row.smallNumber("record_type"), row.id("record_id")),
                row.id("successor_id"),
                row.id("change_id"),
                Decision.valueOf(row.text("decision")));
    }
}
