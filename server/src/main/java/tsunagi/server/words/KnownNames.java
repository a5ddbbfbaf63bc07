package tsunagi.server.words;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.merge.Life;
import tsunagi.record.DerivedId;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.server.words.DatabaseNames.Standing;
import tsunagi.sync.v1.EndReason;

/** The names that were read so far; it notes which others it was asked for. */
final class KnownNames implements NameSource {
    private final UUID teamId;
    private final Language language;
    private final Map<String, Optional<String>> people;
    private final Map<String, Optional<String>> bodies;
    private final Map<RecordKey, Optional<Standing>> records;
    private final Set<String> missingPeople = new HashSet<>();
    private final Set<String> missingBodies = new HashSet<>();
    private final Set<RecordKey> missingRecords = new HashSet<>();
    private final Set<RecordKey> beingTitled = new HashSet<>();

    KnownNames(
            UUID teamId,
            Language language,
            Map<String, Optional<String>> people,
            Map<String, Optional<String>> bodies,
            Map<RecordKey, Optional<Standing>> records) {
        this.teamId = teamId;
        this.language = language;
        this.people = people;
        this.bodies = bodies;
        this.records = records;
    }

    boolean isComplete() {
        return missingPeople.isEmpty() && missingBodies.isEmpty() && missingRecords.isEmpty();
    }

    Set<String> missingPeople() {
        return missingPeople;
    }

    Set<String> missingBodies() {
        return missingBodies;
    }

    Set<RecordKey> missingRecords() {
        return missingRecords;
    }

    @Override
    public Optional<String> person(String personId) {
        return look(personId, people, missingPeople);
    }

    @Override
    public Optional<String> body(String bodyId) {
        return look(bodyId, bodies, missingBodies);
    }

    @Override
    public Optional<String> record(RecordKey key) {
        return title(key).map(Title::line);
    }

    /** The title of the record that this one is, or that speaks for it; empty when there is none. */
    Optional<Title> title(RecordKey key) {
        return spokenFor(key).flatMap(this::titleOf);
    }

    private Optional<Title> titleOf(Standing standing) {
        RecordKey key = standing.shown().key();
        // Records that name each other have no end of titles.
        if (!beingTitled.add(key)) {
            return Optional.empty();
        }
        try {
            Title title = new RecordTitle(language, this).of(standing.shown());
            return Optional.of(standing.life() instanceof Life.Ended ended ? ended(title, ended.reason()) : title);
        } finally {
            beingTitled.remove(key);
        }
    }

    private Title ended(Title title, EndReason reason) {
        String how =
                switch (reason) {
                    case END_REASON_WITHDRAWN -> "title.withdrawn";
                    case END_REASON_DESTROYED -> "title.destroyed";
                    case END_REASON_DELETED, END_REASON_ABSORBED, END_REASON_UNSPECIFIED, UNRECOGNIZED ->
                        "title.deleted";
                };
        return new Title(Phrases.in(language).of(how, title.line()), title.detail());
    }

    @Override
    public Optional<String> department(RecordKey about, String departmentKey) {
        Set<RecordKey> passed = new HashSet<>();
        Optional<RecordKey> next = Optional.of(about);
        Optional<Part> last = Optional.empty();
        while (next.isPresent() && passed.add(next.get())) {
            Optional<Standing> standing = spokenFor(next.get());
            last = standing.flatMap(found -> found.shown().message()).map(Part::new);
            next = last.flatMap(
                    part -> Places.next(standing.orElseThrow().shown().key(), part));
        }
        return last.flatMap(workplace -> Places.department(workplace, departmentKey));
    }

    @Override
    public Optional<String> theme(String themeKey) {
        int type = RecordType.RECORD_TYPE_THEME_VALUE;
        return spokenFor(new RecordKey(teamId, type, DerivedId.of(teamId, type, List.of(themeKey))))
                .flatMap(theme -> theme.shown().message())
                .flatMap(theme -> new Part(theme).text("label"));
    }

    private Optional<Standing> spokenFor(RecordKey key) {
        Set<RecordKey> passed = new HashSet<>();
        Optional<Standing> standing = look(key, records, missingRecords);
        while (standing.isPresent()
                && standing.get().life() instanceof Life.Ended ended
                && ended.successorId().isPresent()
                && passed.add(standing.get().shown().key())) {
            standing = look(key.withId(ended.successorId().get()), records, missingRecords);
        }
        return standing;
    }

    private static <K, V> Optional<V> look(K key, Map<K, Optional<V>> known, Set<K> missing) {
        Optional<V> found = known.get(key);
        if (found == null) {
            missing.add(key);
            return Optional.empty();
        }
        return found;
    }
}
