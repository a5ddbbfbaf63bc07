package tsunagi.engine.lookup;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tsunagi.engine.index.Entry;
import tsunagi.engine.index.Extraction;
import tsunagi.engine.index.IndexedRecords;
import tsunagi.engine.index.IndexedWords.References;
import tsunagi.engine.index.Reference;
import tsunagi.engine.replica.Replica;
import tsunagi.engine.replica.ReplicaFile;
import tsunagi.engine.view.RecordView;
import tsunagi.engine.view.Records;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;

/**
 * Finds the records one looks for without reading all of their type: by what they refer to, by day, by what is open, and
 * by words. It shows what {@link Records} shows; open drafts are no part of it. What refers to an absorbed record is
 * found under the one that speaks for it. An id that is the key of a map, as that of a material handed out at a visit, is
 * not looked up by: no screen asks for it, and the figures are counted on the server. Not for types whose records nobody
 * searches in these ways; see the table in {@code Outlines}.
 */
public final class Lookup {
    private static final int WORKPLACE = RecordType.RECORD_TYPE_WORKPLACE_VALUE;
    private static final int CONTACT = RecordType.RECORD_TYPE_CONTACT_VALUE;
    private static final int PARTICIPANT = RecordType.RECORD_TYPE_PARTICIPANT_VALUE;

    private final Replica replica;
    private final Records records;
    private final Extraction extraction;
    private final Entries entries;
    private final IndexedRecords indexed;
    private final WordSearch wordSearch;
    private final RecentVisits recentVisits;

    public Lookup(ReplicaFile file, Replica replica, Records records, Extraction extraction) {
        this.replica = replica;
        this.records = records;
        this.extraction = extraction;
        this.entries = new Entries(extraction);
        this.indexed = new IndexedRecords(file.database());
        this.wordSearch = new WordSearch(file.database());
        this.recentVisits = new RecentVisits(indexed);
    }

    /** The living records of a type that refer to this one, the latest day first; without a day last, in the order of their ids. */
    public List<RecordView> referring(RecordKey target, int recordType) {
        Overlay overlay = overlay(target.teamId(), recordType);
        return inOrder(overlay.show(idsReferring(target, recordType, overlay)), Comparator.reverseOrder());
    }

    /** How many living records of a type refer to this one. */
    public int countReferring(RecordKey target, int recordType) {
        return idsReferring(target, recordType, overlay(target.teamId(), recordType))
                .size();
    }

    private Collection<UUID> idsReferring(RecordKey target, int recordType, Overlay overlay) {
        References targets = sameAs(target);
        Set<UUID> found = new TreeSet<>(Order.OF_IDS);
        for (UUID id : targets.ids()) {
            found.addAll(indexed.referring(target.teamId(), new Reference(targets.type(), id), recordType));
        }
        return overlay.correct(found, entry -> refersTo(entry, targets));
    }

    static boolean refersTo(Entry entry, References targets) {
        return entry.references().stream()
                .anyMatch(reference ->
                        reference.type() == targets.type() && targets.ids().contains(reference.id()));
    }

    private References sameAs(RecordKey target) {
        Speakers speakers = Speakers.of(target.teamId(), target.type(), replica, records);
        return new References(target.type(), speakers.sameAs(target.id()));
    }

    /** The living records of a type on these days, both ends among them, the earliest first. */
    public List<RecordView> onDays(UUID teamId, int recordType, LocalDate from, LocalDate to) {
        return inOrderOfDays(
                overlay(teamId, recordType),
                indexed.onDays(teamId, recordType, from.toString(), to.toString()),
                entry -> isWithin(entry, from, to));
    }

    /** Those of them that are open: planned visits and workshops, follow-ups to do, referrals without a result. */
    public List<RecordView> openOnDays(UUID teamId, int recordType, LocalDate from, LocalDate to) {
        return inOrderOfDays(
                overlay(teamId, recordType),
                indexed.openOnDays(teamId, recordType, from.toString(), to.toString()),
                entry -> entry.isOpen() && isWithin(entry, from, to));
    }

    /** All open records of a type, the earliest first, those without a day last; of reviews, those with a question not answered. */
    public List<RecordView> open(UUID teamId, int recordType) {
        if (!Extraction.canBeOpen(recordType)) {
            throw new IllegalArgumentException("records of type " + recordType + " are never open");
        }
        return inOrderOfDays(overlay(teamId, recordType), indexed.open(teamId, recordType), Entry::isOpen);
    }

    /** The living records of any type in which values wait for a person to decide (食い違い), by type and id. */
    public List<RecordView> inConflict(UUID teamId) {
        return indexed.inConflict(teamId).stream()
                .map(records::show)
                .filter(view -> view.isAlive() && !view.state().conflicts().isEmpty())
                .collect(Collectors.toList());
    }

    private List<RecordView> inOrderOfDays(Overlay overlay, List<UUID> found, Predicate<Entry> isMeant) {
        return inOrder(overlay.show(overlay.correct(found, isMeant)), Comparator.naturalOrder());
    }

    /** In this order of their days, those without a day last, of one day by their ids. */
    private List<RecordView> inOrder(List<RecordView> views, Comparator<String> ofDays) {
        Map<UUID, String> days = new HashMap<>();
        for (RecordView view : views) {
            Entry entry = extraction.of(view.key().type(), view.state().body());
            days.put(view.key().id(), entry.day().orElse(null));
        }
        Comparator<RecordView> order =
                Comparator.comparing(view -> days.get(view.key().id()), Comparator.nullsLast(ofDays));
        views.sort(order.thenComparing(view -> view.key().id(), Order.OF_IDS));
        return views;
    }

    private static boolean isWithin(Entry entry, LocalDate from, LocalDate to) {
        return entry.day()
                .filter(day -> day.compareTo(from.toString()) >= 0 && day.compareTo(to.toString()) <= 0)
                .isPresent();
    }

    /**
     * The workplaces that hold every word typed, in name, reading, other names, address, telephone or business; the name
     * that begins with it first. Where nothing is typed, those last visited first, then the others by reading.
     */
    public Found workplaces(UUID teamId, String typed, int limit) {
        Overlay overlay = overlay(teamId, WORKPLACE);
        WordSearch.Asked asked = new WordSearch.Asked(teamId, WORKPLACE, typed, Optional.empty());
        if (!asked.words().isEmpty()) {
            return wordSearch.find(asked, overlay, Collections.emptyList(), limit);
        }
        Overlay visits = overlay(teamId, RecordType.RECORD_TYPE_VISIT_VALUE);
        Speakers speakers = Speakers.of(teamId, WORKPLACE, replica, records);
        return wordSearch.find(asked, overlay, recentVisits.workplaces(teamId, visits, speakers), limit);
    }

    /** The contacts that hold every word typed, in name, reading, title, telephone or mail; where nothing is typed, by reading. */
    public Found contacts(UUID teamId, String typed, int limit) {
        return find(new WordSearch.Asked(teamId, CONTACT, typed, Optional.empty()), limit);
    }

    /** The participants that hold every word typed, in name, reading or affiliation; where nothing is typed, by reading. */
    public Found participants(UUID teamId, String typed, int limit) {
        return find(new WordSearch.Asked(teamId, PARTICIPANT, typed, Optional.empty()), limit);
    }

    /** The same among the participants of one workplace. */
    public Found participantsOf(RecordKey workplace, String typed, int limit) {
        Optional<References> among = Optional.of(sameAs(workplace));
        return find(new WordSearch.Asked(workplace.teamId(), PARTICIPANT, typed, among), limit);
    }

    private Found find(WordSearch.Asked asked, int limit) {
        Overlay overlay = overlay(asked.teamId(), asked.recordType());
        return wordSearch.find(asked, overlay, Collections.emptyList(), limit);
    }

    private Overlay overlay(UUID teamId, int recordType) {
        return Overlay.of(teamId, recordType, records, entries);
    }
}
