package tsunagi.engine.index;

import com.google.protobuf.ByteString;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which fields of one type of record say its day, whether it is open, and what it is searched by.
 *
 * @param dayField the field of its day; 0 when it has none
 * @param outcomeField the part that says what came of it, in its field 1; 0 when nothing is to come of it
 * @param openStates the numbers there that leave it open
 * @param nameFields name, reading, aliases and then all others it is searched by; empty when it is not searched
 */
record Outline(int dayField, int outcomeField, Set<Long> openStates, List<Integer> nameFields) {
    static final Outline NONE = new Outline(0, 0, Collections.emptySet(), Collections.emptyList());

    private static final int STATE_FIELD = 1;
    private static final int DAY_CHARACTERS = 10;
    private static final int ALIASES = 2;
    private static final int OTHERS = 3;

    Outline onDay(int field) {
        return new Outline(field, outcomeField, openStates, nameFields);
    }

    /** Open as long as nobody said what came of it, or said one of these. */
    Outline openUntil(int field, Integer... stillOpen) {
        Set<Long> states = new TreeSet<>(Collections.singleton(0L));
        Arrays.asList(stillOpen).forEach(state -> states.add(state.longValue()));
        return new Outline(dayField, field, states, nameFields);
    }

    /** Name, reading, aliases (0 when it has none), and others. */
    Outline searchedBy(Integer... fields) {
        return new Outline(dayField, outcomeField, openStates, Arrays.asList(fields));
    }

    boolean isEmpty() {
        return dayField == 0 && outcomeField == 0 && nameFields.isEmpty();
    }

    boolean canBeOpen() {
        return outcomeField > 0;
    }

    Glance look(ByteString body) {
        Set<Integer> wanted = new HashSet<>(nameFields);
        wanted.add(dayField);
        wanted.add(outcomeField);
        return Glance.at(body, wanted);
    }

    /** Its day; empty also for a text that is no day. */
    Optional<String> day(Glance record) {
        String text = record.text(dayField);
        try {
            return text.length() == DAY_CHARACTERS
                    ? Optional.of(LocalDate.parse(text).toString())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean isOpen(Glance record) {
        return canBeOpen()
                && openStates.contains(Glance.at(record.value(outcomeField), Collections.singleton(STATE_FIELD))
                        .number(STATE_FIELD));
    }

    Optional<SearchKeys> keys(Glance record) {
        if (nameFields.isEmpty()) {
            return Optional.empty();
        }
        List<String> others = new ArrayList<>();
        nameFields.subList(OTHERS, nameFields.size()).forEach(field -> others.addAll(texts(record, field)));
        return Optional.of(SearchKeys.of(
                record.text(nameFields.get(0)),
                record.text(nameFields.get(1)),
                texts(record, nameFields.get(ALIASES)),
                others));
    }

    private static List<String> texts(Glance record, int field) {
        return record.all(field).stream().map(ByteString::toStringUtf8).collect(Collectors.toList());
    }
}
