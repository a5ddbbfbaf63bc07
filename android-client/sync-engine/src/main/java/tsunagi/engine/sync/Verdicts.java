package tsunagi.engine.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.change.Change;
import tsunagi.change.ChangeReader;
import tsunagi.change.ContentHash;
import tsunagi.change.Reading;
import tsunagi.engine.outbox.Lane;
import tsunagi.engine.outbox.Outbox;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.outbox.Standing;
import tsunagi.engine.replica.Held;
import tsunagi.engine.replica.Replica;
import tsunagi.engine.replica.Team;
import tsunagi.engine.replica.Teams;
import tsunagi.merge.Life;
import tsunagi.merge.RecordState;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Accepted;
import tsunagi.sync.v1.StateBatch;
import tsunagi.sync.v1.Verdict;

/**
 * Takes in the server's words on this tablet's changes: into the replica first, then into the outbox, so that a program
 * that dies between the two asks again and loses nothing.
 *
 * <p>It keeps watch over one thing. An accepted change is not echoed when the server takes it that this tablet holds the
 * record as it was before. Where the tablet does not, a state must come; when none does until both are up to date, the
 * replica is not what the server thinks, and the team is pulled anew.
 */
final class Verdicts {
    private final Outbox outbox;
    private final Replica replica;
    private final Teams teams;
    private final ChangeReader reader;
    private final Map<RecordKey, Long> awaitedStates = new HashMap<>();
    private final Set<UUID> teamsInDoubt = new HashSet<>();

    Verdicts(Outbox outbox, Replica replica, Teams teams, ChangeReader reader) {
        this.outbox = outbox;
        this.replica = replica;
        this.teams = teams;
        this.reader = reader;
    }

    void receive(Lane lane, List<Verdict> verdicts) {
        Map<RecordKey, RecordState> moved = new LinkedHashMap<>();
        if (teams.find(lane.teamId()).filter(Team::isGranted).isPresent()) {
            for (Verdict verdict : verdicts) {
                outbox.at(lane, verdict.getOrdinal()).ifPresent(saved -> apply(saved, verdict, moved));
            }
            replica.moveAhead(lane.teamId(), moved.values());
        }
        List<RecordKey> erased = moved.values().stream()
                .filter(state -> state.life().isErased())
                .map(RecordState::key)
                .collect(Collectors.toList());
        outbox.judge(lane, verdicts, erased);
    }

    /**
     * Takes in what the server says again of its own accord, because the line broke before it was heard. What it says of
     * another change than the one this tablet has there is not for it.
     *
     * @param isOwnLane of an accepted change in it the server sends no state
     * @return true when there was news
     */
    boolean receiveUnheard(Lane lane, List<Verdict> verdicts, boolean isOwnLane) {
        List<Verdict> news = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            Optional<SavedChange> saved = outbox.at(lane, verdict.getOrdinal())
                    .filter(change -> ContentHash.of(change.wire()).sha256().equals(verdict.getContentHash()));
            if (saved.filter(change -> change.standing() == Standing.WAITING).isPresent()) {
                news.add(verdict.toBuilder().clearContentHash().build());
            } else if (isOwnLane && verdict.hasAccepted() && !hasHeard(saved, verdict.getAccepted())) {
                teamsInDoubt.add(lane.teamId());
            }
        }
        receive(lane, news);
        return !news.isEmpty();
    }

    private static boolean hasHeard(Optional<SavedChange> saved, Accepted accepted) {
        return saved.filter(change -> change.revision() == accepted.getRevision())
                .isPresent();
    }

    private void apply(SavedChange saved, Verdict verdict, Map<RecordKey, RecordState> moved) {
        Optional<Held> held = moved.containsKey(saved.key())
                ? Optional.of(new Held(moved.get(saved.key()), true))
                : replica.find(saved.key());
        if (verdict.hasAccepted()) {
            accept(saved, verdict.getAccepted(), held).ifPresent(state -> moved.put(saved.key(), state));
        } else if (!takesIn(verdict)
                && held.filter(Held::isAhead).isPresent()
                && isIn(saved, held.get().state())) {
            // An earlier word had moved the replica, and this one takes it back: the server lost that word.
            awaitedStates.putIfAbsent(saved.key(), 0L);
        }
    }

    private Optional<RecordState> accept(SavedChange saved, Accepted accepted, Optional<Held> held) {
        RecordState before = held.map(Held::state).orElseGet(() -> RecordState.absent(saved.key()));
        boolean isAhead = held.filter(Held::isAhead).isPresent();
        boolean isThereAlready =
                before.revision() == accepted.getRevision() || (before.revision() > accepted.getRevision() && !isAhead);
        if (isThereAlready) {
            return Optional.empty();
        }
        Optional<Change> change = before.revision() == accepted.getPreviousRevision() ? read(saved) : Optional.empty();
        if (!change.isPresent()) {
            awaitedStates.merge(saved.key(), accepted.getRevision(), Math::max);
        }
        return change.map(read -> before.with(read).withRevision(accepted.getRevision()));
    }

    private Optional<Change> read(SavedChange saved) {
        Reading reading = reader.read(saved.key().teamId(), saved.wire());
        return reading instanceof Reading.Readable readable ? Optional.of(readable.change()) : Optional.empty();
    }

    private static boolean takesIn(Verdict verdict) {
        return verdict.hasMerged() || verdict.hasConflicted();
    }

    private static boolean isIn(SavedChange saved, RecordState state) {
        return state.fields().values().stream().anyMatch(field -> field.stamp().contains(saved.changeId()))
                || (state.life() instanceof Life.Ended ended && ended.by().contains(saved.changeId()));
    }

    /** States came: what they tell need not be awaited any more. */
    void noteStates(UUID teamId, StateBatch batch) {
        if (awaitedStates.isEmpty()) {
            return;
        }
        for (tsunagi.sync.v1.RecordState state : batch.getStatesList()) {
            RecordKey key = new RecordKey(teamId, state.getRecordType(), Ids.fromBytes(state.getRecordId()));
            awaitedStates.computeIfPresent(
                    key, (awaited, revision) -> state.getRevision() >= revision ? null : revision);
        }
    }

    /** The teams of which states are still awaited. */
    Set<UUID> awaitedTeams() {
        Set<UUID> teamIds = new HashSet<>(teamsInDoubt);
        awaitedStates.keySet().forEach(key -> teamIds.add(key.teamId()));
        return teamIds;
    }
}
