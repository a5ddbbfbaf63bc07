package tsunagi.engine.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tsunagi.change.Change;
import tsunagi.change.ChangeReader;
import tsunagi.change.Reading;
import tsunagi.engine.outbox.Outbox;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.outbox.Standing;
import tsunagi.engine.replica.Held;
import tsunagi.engine.replica.Replica;
import tsunagi.engine.replica.Team;
import tsunagi.engine.replica.Teams;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.rules.Problem;
import tsunagi.rules.RuleContext;
import tsunagi.rules.Rules;
import tsunagi.sync.v1.Action;

/** What the screen shows: the replica with the outbox folded over it. */
public final class Records {
    /** Duplicates of duplicates deeper than this are not followed; the server names final successors. */
    private static final int SUCCESSORS_MAX = 16;

    private static final Comparator<RecordKey> BY_TYPE_AND_ID =
            Comparator.comparingInt(RecordKey::type).thenComparing(RecordKey::id);

    private final Replica replica;
    private final Teams teams;
    private final Outbox outbox;
    private final ChangeReader reader;

    public Records(Replica replica, Teams teams, Outbox outbox, ChangeReader reader) {
        this.replica = replica;
        this.teams = teams;
        this.outbox = outbox;
        this.reader = reader;
    }

    public RecordView show(RecordKey key) {
        return show(key, change -> true);
    }

    /** The record as it would be without one of this tablet's own changes. */
    public RecordView showWithout(RecordKey key, UUID changeId) {
        return show(key, change -> !change.changeId().equals(changeId));
    }

    /** What the rules of the domain say of a record as it shows; nothing of one that has no contents. */
    public List<Problem> problems(RecordKey key) {
        RecordView view = show(key);
        return view.isAlive()
                ? Rules.of(key.type(), view.state().body(), others(key.teamId()))
                : Collections.emptyList();
    }

    /** The other records of a team, for rules that look at several. */
    public RuleContext others(UUID teamId) {
        return new KnownRecords(this, teamId);
    }

    private RecordView show(RecordKey key, Predicate<SavedChange> isWanted) {
        List<SavedChange> onTop = new ArrayList<>();
        for (RecordKey part : withAbsorbed(key)) {
            onTop.addAll(outbox.unsettled(part, coveredRevision(key.teamId())));
        }
        onTop.removeIf(isWanted.negate());
        onTop.sort(Comparator.comparingLong(SavedChange::sequence));
        Function<RecordKey, Optional<RecordState>> lookUp = remembering(replica);
        onTop.removeIf(change -> !target(change, lookUp).equals(key));
        return fold(key, lookUp.apply(key), onTop);
    }

    private List<RecordKey> withAbsorbed(RecordKey key) {
        List<RecordKey> parts = new ArrayList<>();
        Deque<RecordKey> open = new ArrayDeque<>(Collections.singleton(key));
        while (!open.isEmpty()) {
            RecordKey part = open.remove();
            if (!parts.contains(part)) {
                parts.add(part);
                replica.absorbedInto(part).forEach(id -> open.add(part.withId(id)));
            }
        }
        return parts;
    }

    /** The living records of one type, in the order of their ids. */
    public List<RecordView> list(UUID teamId, int recordType) {
        List<SavedChange> onTop = outbox.unsettled(teamId, recordType, coveredRevision(teamId));
        return fold(replica.list(teamId, recordType), onTop).stream()
                .filter(RecordView::isAlive)
                .collect(Collectors.toList());
    }

    /** The records of one type that may show otherwise than the replica holds them, ended ones among them. */
    public List<RecordView> unsettled(UUID teamId, int recordType) {
        Function<RecordKey, Optional<RecordState>> lookUp = remembering(replica);
        Map<RecordKey, List<SavedChange>> onTop = new LinkedHashMap<>();
        for (SavedChange change : outbox.unsettled(teamId, recordType, coveredRevision(teamId))) {
            onTop.computeIfAbsent(target(change, lookUp), key -> new ArrayList<>())
                    .add(change);
        }
        List<RecordView> views = new ArrayList<>();
        onTop.forEach((key, changes) -> views.add(fold(key, lookUp.apply(key), changes)));
        return views;
    }

    /** The records of one type that this tablet's own changes ended or brought back, as far as the server's word lacks it. */
    public List<RecordView> endedHere(UUID teamId, int recordType) {
        return outbox.unsettledLives(teamId, recordType, coveredRevision(teamId)).stream()
                .distinct()
                .map(this::show)
                .collect(Collectors.toList());
    }

    /** A record that no unsettled change is about, as the replica holds it. */
    public Optional<RecordView> settled(RecordKey key) {
        return replica.find(key)
                .map(Held::state)
                .map(state -> new RecordView(state, Optional.of(state), Collections.emptyList()));
    }

    private static Function<RecordKey, Optional<RecordState>> remembering(Replica replica) {
        Map<RecordKey, Optional<RecordState>> held = new HashMap<>();
        return key -> held.computeIfAbsent(key, wanted -> replica.find(wanted).map(Held::state));
    }

    /** Every record of a team that this tablet knows of, ended ones among them, by type and id. */
    public List<RecordView> all(UUID teamId) {
        List<SavedChange> onTop = outbox.unsettled(teamId, coveredRevision(teamId));
        return fold(replica.all(teamId), onTop);
    }

    private long coveredRevision(UUID teamId) {
        Optional<Team> team = teams.find(teamId);
        if (team.isPresent() && !team.get().isGranted()) {
            // The team's records are no longer this device's to show; its own unsettled work still is.
            return Long.MAX_VALUE;
        }
        return team.map(Team::coveredRevision).orElse(0L);
    }

    private List<RecordView> fold(List<RecordState> held, List<SavedChange> unsettled) {
        Map<RecordKey, RecordState> states = new TreeMap<>(BY_TYPE_AND_ID);
        held.forEach(state -> states.put(state.key(), state));
        Map<RecordKey, List<SavedChange>> onTop = new LinkedHashMap<>();
        Function<RecordKey, Optional<RecordState>> lookUp = key -> Optional.ofNullable(states.get(key));
        for (SavedChange change : unsettled) {
            onTop.computeIfAbsent(target(change, lookUp), key -> new ArrayList<>())
                    .add(change);
        }
        TreeMap<RecordKey, RecordView> views = new TreeMap<>(BY_TYPE_AND_ID);
        states.forEach((key, state) ->
                views.put(key, fold(key, Optional.of(state), onTop.getOrDefault(key, Collections.emptyList()))));
        onTop.forEach((key, changes) -> views.computeIfAbsent(key, made -> fold(made, Optional.empty(), changes)));
        return new ArrayList<>(views.values());
    }

    /** The record a change shows in: its own, or the one that speaks for it. */
    private static RecordKey target(SavedChange change, Function<RecordKey, Optional<RecordState>> lookUp) {
        RecordKey key = change.target();
        for (int i = 0; i < SUCCESSORS_MAX; i++) {
            Optional<UUID> successor =
                    lookUp.apply(key).flatMap(state -> state.life().successor());
            if (!successor.isPresent()) {
                break;
            }
            key = key.withId(successor.get());
        }
        return key;
    }

    private RecordView fold(RecordKey key, Optional<RecordState> onServer, List<SavedChange> candidates) {
        RecordState state = onServer.orElseGet(() -> RecordState.absent(key));
        long revision = state.revision();
        List<SavedChange> onTop = new ArrayList<>();
        for (SavedChange candidate : candidates) {
            Optional<Change> change = isOnTop(candidate, revision) ? read(candidate) : Optional.empty();
            if (change.isPresent() && isAbout(change.get(), key)) {
                state = state.with(change.get());
                onTop.add(candidate);
            }
        }
        return new RecordView(state, onServer, Collections.unmodifiableList(onTop));
    }

    private static boolean isOnTop(SavedChange change, long revision) {
        return change.standing() == Standing.TAKEN
                ? change.revision() > revision
                : !change.correctedBy().isPresent();
    }

    /** The end of a duplicate is not the end of the record that speaks for it. */
    private static boolean isAbout(Change change, RecordKey key) {
        return change.key().equals(key) || change.action() == Action.ACTION_EDIT;
    }

    private Optional<Change> read(SavedChange saved) {
        Reading reading = reader.read(saved.key().teamId(), saved.wire());
        return reading instanceof Reading.Readable readable ? Optional.of(readable.change()) : Optional.empty();
    }
}
