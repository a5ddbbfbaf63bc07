package tsunagi.server.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.change.Change;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Dropped;
import tsunagi.sync.v1.Verdict;

/** The parked changes of one team that wait, as one transaction sees them. */
final class WaitingRoom {
    private final Connection connection;
    private final UUID teamId;
    private final ParkedRows rows;
    private final Map<RecordKey, List<ParkedChange>> byRecord = new HashMap<>();
    private Optional<Boolean> isAnyWaiting = Optional.empty();

    WaitingRoom(Connection connection, UUID teamId, ParkedRows rows) {
        this.connection = connection;
        this.teamId = teamId;
        this.rows = rows;
    }

    /** Those of one record, in the order they came. */
    List<ParkedChange> of(RecordKey key) throws SQLException {
        if (!isAnyWaiting()) {
            return List.of();
        }
        List<ParkedChange> known = byRecord.get(key);
        if (known == null) {
            known = rows.waiting(connection, key);
            byRecord.put(key, known);
        }
        return known;
    }

    /** The change, if it waits. */
    Optional<ParkedChange> find(UUID changeId) throws SQLException {
        return isAnyWaiting()
                ? rows.find(connection, teamId, changeId).filter(parked -> parked.state() == ParkedChange.State.WAITING)
                : Optional.empty();
    }

    /** True when the change waits, or waited once, whatever became of it. */
    boolean everHeld(UUID changeId) throws SQLException {
        return rows.find(connection, teamId, changeId).isPresent();
    }

    /** Those that wait right behind a change of the same record, in the order they came. */
    List<ParkedChange> behind(RecordKey key, UUID changeId) throws SQLException {
        return of(key).stream().filter(parked -> parked.isBehind(changeId)).toList();
    }

    /**
     * The last parked change that this one builds on, if any: its author saw it, or it came before on the same device
     * and makes the record.
     */
    Optional<UUID> blocker(Incoming incoming, Change change, boolean recordExists) throws SQLException {
        Set<UUID> seen = change.knownChangeIds();
        Optional<UUID> blocker = Optional.empty();
        for (ParkedChange parked : of(change.key())) {
            boolean isSeen = seen.contains(parked.changeId());
            boolean isMaker = !recordExists && parked.isEarlierInLane(incoming);
            if ((isSeen || isMaker) && !waitsFor(parked, incoming.changeId())) {
                blocker = Optional.of(parked.changeId());
            }
        }
        return blocker;
    }

    /** Keeps a change until a person settles it. */
    void park(ParkedChange parked) throws SQLException {
        put(parked, Optional.empty());
        isAnyWaiting = Optional.of(true);
    }

    /** Notes what became of a change that waited, and who settled it. */
    void settle(ParkedChange parked, ParkedChange.State state, Verdict verdict, String by) throws SQLException {
        put(parked.settled(state, verdict), Optional.of(by));
    }

    /** A correction came: it takes the parked change's place, also for those that wait behind it. */
    void replace(ParkedChange parked, UUID replacement) throws SQLException {
        Dropped dropped = Dropped.newBuilder()
                .setReplacedByChangeId(Ids.toBytes(replacement))
                .build();
        settle(
                parked,
                ParkedChange.State.REPLACED,
                Verdict.newBuilder().setDropped(dropped).build(),
                replacement.toString());
        for (ParkedChange waiter : behind(parked.key().orElseThrow(), parked.changeId())) {
            put(waiter.waitingFor(Objection.behind(replacement)), Optional.empty());
        }
    }

    void eraseContents(RecordKey key) throws SQLException {
        rows.eraseContents(connection, key);
        byRecord.remove(key);
    }

    /** True when this is the change, or waits behind it, directly or through others. */
    private boolean waitsFor(ParkedChange parked, UUID changeId) throws SQLException {
        if (parked.changeId().equals(changeId) || parked.isBehind(changeId)) {
            return true;
        }
        for (ParkedChange between : of(parked.key().orElseThrow())) {
            if (parked.isBehind(between.changeId())) {
                return waitsFor(between, changeId);
            }
        }
        return false;
    }

    private boolean isAnyWaiting() throws SQLException {
        if (!isAnyWaiting.isPresent()) {
            isAnyWaiting = Optional.of(rows.isAnyWaiting(connection, teamId));
        }
        return isAnyWaiting.get();
    }

    private void put(ParkedChange parked, Optional<String> settledBy) throws SQLException {
        rows.put(connection, teamId, parked, settledBy);
        parked.key().ifPresent(byRecord::remove);
    }
}
