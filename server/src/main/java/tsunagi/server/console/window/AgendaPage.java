package tsunagi.server.console.window;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.calendar.JapaneseDays;
import tsunagi.records.v1.RecordType;
import tsunagi.server.console.page.Page;
import tsunagi.server.storage.Database;
import tsunagi.server.window.Agenda;
import tsunagi.server.window.AgendaItem;
import tsunagi.server.window.AgendaReader;
import tsunagi.server.words.DatabaseNames;
import tsunagi.server.words.NameSource;
import tsunagi.server.words.RecordWords;

/** Puts the agenda of a month into words. */
final class AgendaPage {
    private final Database database;
    private final AgendaReader reader;
    private final Clock clock;

    AgendaPage(Database database, Clock clock) {
        this.database = database;
        this.reader = new AgendaReader(database);
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JapaneseDays.TIME);
    }

    AgendaShown month(Page page, UUID teamId, YearMonth month, Optional<String> bodyId) {
        Agenda agenda = reader.read(teamId, month.atDay(1), month.atEndOfMonth(), bodyId);
        return database.read(connection -> {
            List<RequestShown.Choice> bodies = WindowNames.bodies(connection);
            return new DatabaseNames(connection, teamId, page.language()).allFor(names -> {
                Map<LocalDate, List<AgendaShown.Item>> days = new TreeMap<>();
                agenda.items().forEach(item -> days.computeIfAbsent(item.day(), day -> new ArrayList<>())
                        .add(item(page, agenda, item, names)));
                int warnings = days.values().stream()
                        .flatMap(List::stream)
                        .mapToInt(item -> item.warnings().size())
                        .sum();
                return new AgendaShown(
                        month.toString(),
                        page.say("window.agenda.month", month.getYear(), month.getMonthValue()),
                        month.minusMonths(1).toString(),
                        month.plusMonths(1).toString(),
                        bodyId.orElse(""),
                        bodies,
                        weeks(page, days),
                        warnings);
            });
        });
    }

    private List<AgendaShown.Week> weeks(Page page, Map<LocalDate, List<AgendaShown.Item>> days) {
        Map<LocalDate, List<AgendaShown.Day>> weeks = new TreeMap<>();
        days.forEach((day, items) -> weeks.computeIfAbsent(
                        day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), monday -> new ArrayList<>())
                .add(new AgendaShown.Day(page.days().dayWithWeekday(day), day.equals(today()), items)));
        List<AgendaShown.Week> shown = new ArrayList<>();
        weeks.forEach((monday, some) -> shown.add(new AgendaShown.Week(
                page.say("window.agenda.week", monday.getMonthValue(), monday.getDayOfMonth()), some)));
        return shown;
    }

    private static AgendaShown.Item item(Page page, Agenda agenda, AgendaItem item, NameSource names) {
        RecordType type = RecordType.forNumber(item.key().type());
        List<String> warnings = new ArrayList<>();
        agenda.busySeason(item)
                .ifPresent(season -> warnings.add(page.say(
                        "window.busy",
                        page.days().monthDay(season.getFromMonthDay()),
                        page.days().monthDay(season.getUntilMonthDay()),
                        season.getReason())));
        List<String> twice = agenda.doubleBooked(item);
        if (!twice.isEmpty()) {
            warnings.add(page.say("window.double", people(page, twice, names)));
        }
        String from = item.from().map(Object::toString).orElse("");
        String until = item.until().map(end -> "～" + end).orElse("");
        return new AgendaShown.Item(
                from + until,
                RecordWords.in(page.language()).type(type),
                type == RecordType.RECORD_TYPE_FOLLOW_UP ? "warn" : "",
                title(page, item, names),
                people(page, List.copyOf(item.people()), names),
                item.bodyIds().stream()
                        .map(id -> names.body(id).orElse(""))
                        .filter(name -> !name.isEmpty())
                        .sorted()
                        .collect(Collectors.joining("、")),
                item.isOpen(),
                warnings);
    }

    /** What it is and where; the day stands beside it. */
    private static String title(Page page, AgendaItem item, NameSource names) {
        String title = names.record(item.key()).orElse("");
        String dated = page.days().day(item.day()) + " ";
        String bare = title.startsWith(dated) ? title.substring(dated.length()) : title;
        String place = item.workplaceId()
                .map(id -> WindowNames.record(item.key().teamId(), RecordType.RECORD_TYPE_WORKPLACE, id, names))
                .orElse("");
        return place.isEmpty() || bare.contains(place) ? bare : page.say("window.agenda.at", bare, place);
    }

    private static String people(Page page, List<String> ids, NameSource names) {
        String between = page.isJapanese() ? "、" : ", ";
        return ids.stream()
                .map(id -> names.person(id).orElse(""))
                .filter(name -> !name.isEmpty())
                .sorted()
                .collect(Collectors.joining(between));
    }
}
