package tsunagi.trials.tablet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.replica.Team;
import tsunagi.engine.tablet.Tablet;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.Verdict;

/** Which records a tablet holds from the server, at which revisions. */
record HeldRevisions(Map<RecordKey, Long> revisions) {
    private record TeamRevision(UUID teamId, long revision) {}

    static HeldRevisions by(Tablet tablet) {
        Map<RecordKey, Long> revisions = new HashMap<>();
        for (Team team : tablet.teams().all()) {
            tablet.listAll(team.teamId()).forEach(view -> view.onServer()
                    .map(RecordState::revision)
                    .ifPresent(revision -> revisions.put(view.key(), revision)));
        }
        return new HeldRevisions(revisions);
    }

    /** How many records came new or moved since, those not counted that stand just as these changes left them. */
    long movedBesides(List<SavedChange> own, Tablet tablet) {
        Set<TeamRevision> ownRevisions = own.stream()
                .filter(change -> change.verdict().filter(Verdict::hasAccepted).isPresent())
                .map(change -> new TeamRevision(change.key().teamId(), change.revision()))
                .collect(Collectors.toSet());
        return by(tablet).revisions.entrySet().stream()
                .filter(now -> !now.getValue().equals(revisions.get(now.getKey())))
                .filter(now ->
                        !ownRevisions.contains(new TeamRevision(now.getKey().teamId(), now.getValue())))
                .count();
    }
}
