package tsunagi.server.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tsunagi.calendar.FiscalYear;

/** A filter as it stands in a link. */
final class FilterQuery {
    private static final String TEAM = "team";
    private static final String TYPE = "type";
    private static final String TEXT = "q";
    private static final String YEAR = "year";
    private static final String WORKPLACE = "workplace";
    private static final String PERSON = "person";
    private static final String BODY = "body";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final String MARK = "mark";
    private static final String DELETED = "deleted";

    private final Map<String, List<String>> values;

    FilterQuery(Map<String, List<String>> values) {
        this.values = values;
    }

    RecordFilter filter(UUID teamId) {
        return new RecordFilter(
                one(TEAM, UUID::fromString).orElse(teamId),
                all(TYPE, TypeWords::find),
                one(TEXT, text -> text).orElse(""),
                one(YEAR, year -> FiscalYear.parse(year).orElse(null)),
                one(WORKPLACE, UUID::fromString),
                one(PERSON, person -> person),
                one(BODY, body -> body),
                one(FROM, LocalDate::parse),
                one(UNTIL, LocalDate::parse),
                all(MARK, FilterQuery::mark),
                one(DELETED, "1"::equals).orElse(false));
    }

    static String of(RecordFilter filter) {
        List<String> parts = new ArrayList<>();
        add(parts, TEAM, filter.teamId());
        filter.types().forEach(type -> add(parts, TYPE, TypeWords.of(type)));
        if (!filter.text().isBlank()) {
            add(parts, TEXT, filter.text());
        }
        filter.fiscalYear().ifPresent(year -> add(parts, YEAR, year.startingYear()));
        filter.workplaceId().ifPresent(id -> add(parts, WORKPLACE, id));
        filter.personId().ifPresent(id -> add(parts, PERSON, id));
        filter.bodyId().ifPresent(id -> add(parts, BODY, id));
        filter.from().ifPresent(day -> add(parts, FROM, day));
        filter.until().ifPresent(day -> add(parts, UNTIL, day));
        filter.marks().forEach(mark -> add(parts, MARK, mark.word()));
        if (filter.deleted()) {
            add(parts, DELETED, 1);
        }
        return String.join("&", parts);
    }

    static void add(List<String> parts, String name, Object value) {
        parts.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }

    private static Optional<RecordMark> mark(String word) {
        return Arrays.stream(RecordMark.values())
                .filter(mark -> mark.word().equals(word))
                .findFirst();
    }

    private <T> Optional<T> one(String name, Function<String, T> reading) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .findFirst()
                .flatMap(value -> read(value.strip(), reading));
    }

    private <T> Set<T> all(String name, Function<String, Optional<T>> reading) {
        return values.getOrDefault(name, List.of()).stream()
                .flatMap(value -> reading.apply(value).stream())
                .collect(Collectors.toSet());
    }

    /** A link may have been cut or written by hand; what makes no sense is as if it were not there. */
    private static <T> Optional<T> read(String value, Function<String, T> reading) {
        try {
            return Optional.ofNullable(reading.apply(value));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
