package tsunagi.trials.simulation;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagi.change.FieldPath;
import tsunagi.change.Stamp;
import tsunagi.merge.RecordState;
import tsunagi.merge.StampedValue;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.MergePolicy;
import tsunagi.sync.v1.Action;

/**
 * Holds what people saved against what became of it. Every value must be the value in place, or wait as a candidate, or
 * have been replaced by somebody who had it on the screen. It knows nothing of how merging works, only of what was seen.
 */
final class Accounts {
    private final Ledger ledger;
    private final Elements elements;
    private final Map<RecordKey, RecordState> records;
    private final Set<UUID> takenIn;
    private final List<String> lost = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();

    /**
     * Opens the books.
     *
     * @param records the server's records as they stand, deleted and absorbed ones with their contents
     * @param takenIn the changes that were taken in and not parked
     */
    Accounts(Ledger ledger, Elements elements, Map<RecordKey, RecordState> records, Set<UUID> takenIn) {
        this.ledger = ledger;
        this.elements = elements;
        this.records = records;
        this.takenIn = takenIn;
    }

    void check() {
        for (Saved saved : ledger.all()) {
            if (saved.action() == Action.ACTION_EDIT && takenIn.contains(saved.changeId())) {
                List<RecordState> homes = homes(saved.key());
                boolean isErased = homes.stream().anyMatch(home -> home.life().isErased());
                if (!isErased) {
                    saved.values().keySet().forEach(path -> check(saved, path, homes));
                }
            }
        }
        records.values().forEach(this::checkDoubled);
    }

    List<String> lost() {
        return lost;
    }

    List<String> doubled() {
        return doubled;
    }

    /** Where a value may be found: in its record, and in the one that speaks for it. */
    private List<RecordState> homes(RecordKey key) {
        List<RecordState> homes = new ArrayList<>();
        Optional<RecordState> home = Optional.ofNullable(records.get(key));
        while (home.isPresent()) {
            homes.add(home.get());
            home = home.get().life().successor().map(id -> records.get(key.withId(id)));
        }
        return homes;
    }

    private void check(Saved saved, FieldPath path, List<RecordState> homes) {
        boolean isKept = elements.areUnited(saved.key(), path)
                ? added(saved, path).stream().allMatch(element -> isElementKept(saved, path, element, homes))
                : homes.stream().anyMatch(home -> isInPlace(saved, path, home));
        if (!isKept && !isCandidate(saved, path, homes) && !wasReplacedKnowingly(saved, path)) {
            lost.add(saved.changeId() + " set field " + path + " of " + saved.key() + " and it is gone"
                    + story(path, homes));
        }
    }

    /** What an onlooker has to know to see why: who said what of that field, and how it stands. */
    private String story(FieldPath path, List<RecordState> homes) {
        Set<RecordKey> keys = homes.stream().map(RecordState::key).collect(Collectors.toSet());
        String said = ledger.all().stream()
                .filter(each -> homes(each.key()).stream().anyMatch(home -> keys.contains(home.key())))
                .filter(each -> each.touches(path) || each.action() != Action.ACTION_EDIT)
                .map(each ->
                        "\n    " + (takenIn.contains(each.changeId()) ? "" : "(not taken in) ") + each.describe(path))
                .collect(Collectors.joining());
        String stands = homes.stream()
                .map(home -> "\n    " + home.key().id() + " " + home.life() + " holds " + home.field(path) + " "
                        + home.conflict(path))
                .collect(Collectors.joining());
        return said + stands;
    }

    private boolean isInPlace(Saved saved, FieldPath path, RecordState home) {
        Optional<StampedValue> field = home.field(path);
        boolean isItsStamp =
                field.filter(f -> f.stamp().contains(saved.changeId())).isPresent();
        boolean mayHaveYielded = elements.policy(saved.key(), path) == MergePolicy.MERGE_POLICY_STRONGEST
                || elements.policy(saved.key(), path) == MergePolicy.MERGE_POLICY_LATEST;
        boolean isItsValue =
                field.filter(f -> f.value().equals(saved.values().get(path))).isPresent();
        return isItsValue || (isItsStamp && mayHaveYielded);
    }

    private List<String> added(Saved saved, FieldPath path) {
        List<String> added =
                new ArrayList<>(elements.of(saved.key(), path, saved.values().get(path)));
        added.removeAll(elements.of(saved.key(), path, saved.seenIn(path).value()));
        return added;
    }

    private boolean isElementKept(Saved saved, FieldPath path, String element, List<RecordState> homes) {
        boolean isThere = homes.stream()
                .flatMap(home -> valuesOf(home, path).stream())
                .anyMatch(value -> elements.of(saved.key(), path, value).contains(element));
        return isThere || others(saved, path).anyMatch(other -> tookOut(other, path, element));
    }

    private static Collection<ByteString> valuesOf(RecordState home, FieldPath path) {
        List<ByteString> values = new ArrayList<>();
        home.field(path).ifPresent(field -> values.add(field.value()));
        home.conflict(path)
                .ifPresent(conflict -> conflict.candidates().forEach(candidate -> values.add(candidate.value())));
        return values;
    }

    private boolean tookOut(Saved other, FieldPath path, String element) {
        return elements.of(other.key(), path, other.seenIn(path).value()).contains(element)
                && !elements.of(other.key(), path, other.values().get(path)).contains(element);
    }

    private static boolean isCandidate(Saved saved, FieldPath path, List<RecordState> homes) {
        return homes.stream()
                .flatMap(home -> home.conflict(path).stream())
                .flatMap(conflict -> conflict.candidates().stream())
                .anyMatch(candidate -> candidate.stamp().contains(saved.changeId()));
    }

    private boolean wasReplacedKnowingly(Saved saved, FieldPath path) {
        return others(saved, path)
                .anyMatch(other -> hadSeen(other, path, saved)
                        || hadBeforeThem(other, path, saved)
                        || ledger.wasOnTheSameTablet(other, saved));
    }

    /** The value was among the candidates, whoever had said it by then. */
    private boolean hadBeforeThem(Saved other, FieldPath path, Saved saved) {
        return other.settled().stream()
                .flatMap(id -> ledger.find(id).stream())
                .filter(candidate -> candidate.touches(path))
                .anyMatch(candidate ->
                        candidate.values().get(path).equals(saved.values().get(path)));
    }

    /** The value was on the screen, or the tombstone of somebody who had it on theirs. */
    private boolean hadSeen(Saved other, FieldPath path, Saved saved) {
        Stamp onScreen = other.seenIn(path).stamp();
        boolean isTheSameValue = !onScreen.isNone()
                && other.seenIn(path).value().equals(saved.values().get(path));
        return isTheSameValue
                || onScreen.contains(saved.changeId())
                || onScreen.changeIds().stream()
                        .flatMap(id -> ledger.find(id).stream())
                        .filter(end -> end.action() == Action.ACTION_DELETE || end.action() == Action.ACTION_ABSORB)
                        .anyMatch(end -> end.seenIn(path).stamp().contains(saved.changeId())
                                || ledger.wasOnTheSameTablet(end, saved));
    }

    private Stream<Saved> others(Saved saved, FieldPath path) {
        Set<RecordKey> homes = homes(saved.key()).stream().map(RecordState::key).collect(Collectors.toSet());
        return ledger.all().stream()
                .filter(other -> homes(other.key()).stream().anyMatch(home -> homes.contains(home.key())))
                .filter(other -> !other.changeId().equals(saved.changeId()))
                .filter(other -> takenIn.contains(other.changeId()) && other.touches(path));
    }

    private void checkDoubled(RecordState state) {
        state.fields().forEach((path, field) -> {
            if (elements.areUnited(state.key(), path)) {
                List<String> parts = elements.of(state.key(), path, field.value());
                if (new HashSet<>(parts).size() != parts.size()) {
                    doubled.add("field " + path + " of " + state.key() + " holds a part twice: " + parts);
                }
            }
        });
    }
}
