package tsunagi.server.search;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.calendar.FiscalYear;
import tsunagi.records.v1.RecordType;

/**
 * Which records of a team a list shows. What is empty does not narrow it.
 *
 * @param types of these types
 * @param text each of its words must occur in the record's texts or in those of the workplace it names
 * @param fiscalYear its day lies in this year
 * @param workplaceId it names this workplace, or one that was declared a duplicate of it
 * @param personId this person wrote it first, or is named in it as acting
 * @param bodyId it was written for this body, or names it
 * @param from its day is this or a later one
 * @param until its day is this or an earlier one
 * @param marks it has all of these
 * @param deleted those that were deleted, instead of those that live
 */
public record RecordFilter(
        UUID teamId,
        Set<RecordType> types,
        String text,
        Optional<FiscalYear> fiscalYear,
        Optional<UUID> workplaceId,
        Optional<String> personId,
        Optional<String> bodyId,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Set<RecordMark> marks,
        boolean deleted) {

    public RecordFilter {
        types = inOrder(types, RecordType.class);
        marks = inOrder(marks, RecordMark.class);
    }

    /** All records of a team. */
    public static RecordFilter of(UUID teamId) {
        return new RecordFilter(
                teamId,
                Set.of(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                false);
    }

    /**
     * Reads what {@link #toQuery} wrote; what cannot be read does not narrow the list.
     *
     * @param query the values by their names, decoded
     * @param teamId the team when the query names none; whether the reader may see the one it names is for the caller to ask
     */
    public static RecordFilter fromQuery(Map<String, List<String>> query, UUID teamId) {
        return new FilterQuery(query).filter(teamId);
    }

    /** The filter as it stands in a link, behind the question mark. */
    public String toQuery() {
        return FilterQuery.of(this);
    }

    public RecordFilter ofTypes(Collection<RecordType> some) {
        return new RecordFilter(
                teamId, Set.copyOf(some), text, fiscalYear, workplaceId, personId, bodyId, from, until, marks, deleted);
    }

    public RecordFilter ofTypes(RecordType... some) {
        return ofTypes(List.of(some));
    }

    public RecordFilter withText(String words) {
        return new RecordFilter(
                teamId, types, words, fiscalYear, workplaceId, personId, bodyId, from, until, marks, deleted);
    }

    public RecordFilter inYear(FiscalYear year) {
        return new RecordFilter(
                teamId, types, text, Optional.of(year), workplaceId, personId, bodyId, from, until, marks, deleted);
    }

    public RecordFilter atWorkplace(UUID workplace) {
        return new RecordFilter(
                teamId, types, text, fiscalYear, Optional.of(workplace), personId, bodyId, from, until, marks, deleted);
    }

    public RecordFilter byPerson(String person) {
        return new RecordFilter(
                teamId, types, text, fiscalYear, workplaceId, Optional.of(person), bodyId, from, until, marks, deleted);
    }

    public RecordFilter forBody(String body) {
        return new RecordFilter(
                teamId, types, text, fiscalYear, workplaceId, personId, Optional.of(body), from, until, marks, deleted);
    }

    /** From one day to another, both among them. */
    public RecordFilter onDays(LocalDate first, LocalDate last) {
        return new RecordFilter(
                teamId,
                types,
                text,
                fiscalYear,
                workplaceId,
                personId,
                bodyId,
                Optional.of(first),
                Optional.of(last),
                marks,
                deleted);
    }

    public RecordFilter withMarks(RecordMark... some) {
        return new RecordFilter(
                teamId, types, text, fiscalYear, workplaceId, personId, bodyId, from, until, Set.of(some), deleted);
    }

    public RecordFilter ofDeleted() {
        return new RecordFilter(
                teamId, types, text, fiscalYear, workplaceId, personId, bodyId, from, until, marks, true);
    }

    private static <E extends Enum<E>> Set<E> inOrder(Set<E> some, Class<E> type) {
        EnumSet<E> ordered = EnumSet.noneOf(type);
        ordered.addAll(some);
        return Collections.unmodifiableSet(ordered);
    }
}
