package tsunagi.server.plaintables;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tsunagi.calendar.FiscalYear;
import tsunagi.record.RecordKey;

/** The rows by which records are listed and searched: one for each that lives or was deleted, whatever its type. */
final class RecordLines {
    /** What a record is called, the first of these that it has. */
    private static final List<String> TITLES =
            List.of("name", "title", "label", "task", "service", "match_code", "wish", "form_key", "statistic");

    private static final int TITLE_MAX = 100;

    /** The day a record is about, the first of these that it has. */
    private static final List<String> DAYS = List.of(
            "visit_on",
            "held_on",
            "approached_on",
            "received_on",
            "referred_on",
            "opens_on",
            "written_on",
            "rated_on",
            "started_on",
            "due_on",
            "published_on",
            "as_of_on");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int YEAR_MIN = 1868;
    private static final int YEAR_MAX = 9998;

    private RecordLines() {}

    /** How the record stands. */
    enum Life {
        ALIVE,
        DELETED;

        String word() {
            return this == ALIVE ? "alive" : "deleted";
        }
    }

    static PlainRow row(
            RecordKey key, String typeName, Life life, Message body, int conflicts, Optional<Receipt> receipt) {
        Optional<LocalDate> ownDay = ownDay(body);
        Optional<String> day = ownDay.map(LocalDate::toString).or(() -> receipt.map(Receipt::receivedOn));
        Optional<Receipt.Said> first = receipt.map(Receipt::first);
        Optional<Receipt.Said> last = receipt.flatMap(Receipt::last);
        NamedIds named = NamedIds.in(body);
        first.ifPresent(named::with);
        return SideTables.row(
                SideTables.RECORD_LINE,
                key,
                typeName,
                life.word(),
                day.orElse(""),
                ownDay.isPresent() ? 1 : 0,
                day.map(LocalDate::parse)
                        .map(FiscalYear::of)
                        .map(year -> (long) year.startingYear())
                        .orElse(null),
                title(body),
                id(body, "workplace_id"),
                id(body, "program_id"),
                id(body, "visit_id"),
                id(body, "workshop_id"),
                id(body, "round_id"),
                named.people(),
                named.bodies(),
                first.map(Receipt.Said::personId).orElse(null),
                first.map(Receipt.Said::atMs).orElse(null),
                last.map(Receipt.Said::personId).orElse(null),
                last.map(Receipt.Said::atMs).orElse(null),
                receipt.map(Receipt::movedAtMs).orElse(null),
                (long) conflicts,
                FitText.value("search_text", SearchText.of(body)));
    }

    /** The day it is about; a programme's is the first of its year. */
    private static Optional<LocalDate> ownDay(Message body) {
        return DAYS.stream()
                .flatMap(name -> text(body, name).stream())
                .flatMap(day -> day(day).stream())
                .findFirst()
                .or(() -> number(body, "fiscal_year")
                        .filter(year -> year >= YEAR_MIN && year <= YEAR_MAX)
                        .map(year -> new FiscalYear(year).firstDay()));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return DAY.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String title(Message body) {
        return TITLES.stream()
                .flatMap(name -> text(body, name).stream())
                .findFirst()
                .map(title -> FitText.value("title", beginning(title)))
                .orElse(null);
    }

    private static String beginning(String title) {
        boolean isLong = title.codePointCount(0, title.length()) > TITLE_MAX;
        return isLong ? title.substring(0, title.offsetByCodePoints(0, TITLE_MAX)) + "…" : title;
    }

    private static String id(Message body, String field) {
        return text(body, field).map(id -> FitText.key(field, id)).orElse(null);
    }

    private static Optional<String> text(Message body, String field) {
        return value(body, field, String.class).filter(text -> !text.isBlank());
    }

    private static Optional<Integer> number(Message body, String field) {
        return value(body, field, Integer.class);
    }

    private static <T> Optional<T> value(Message body, String name, Class<T> type) {
        FieldDescriptor field = body.getDescriptorForType().findFieldByName(name);
        return field != null && !field.isRepeated() && body.hasField(field)
                ? Optional.of(body.getField(field)).filter(type::isInstance).map(type::cast)
                : Optional.empty();
    }
}
