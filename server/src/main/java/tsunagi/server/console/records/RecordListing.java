package tsunagi.server.console.records;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.server.console.field.FieldInput;
import tsunagi.server.console.field.Option;
import tsunagi.server.console.field.TeamChoices;
import tsunagi.server.console.page.Page;
import tsunagi.server.search.PagePlace;
import tsunagi.server.search.RecordFilter;
import tsunagi.server.search.RecordLine;
import tsunagi.server.search.RecordMark;
import tsunagi.server.search.RecordPage;
import tsunagi.server.search.RecordSearch;
import tsunagi.server.search.TypeWords;
import tsunagi.server.storage.Database;
import tsunagi.server.words.DatabaseNames;
import tsunagi.server.words.RecordWords;
import tsunagi.server.words.Title;

/** Puts one page of the list of records together. */
final class RecordListing {
    private static final int ROWS = 50;
    private static final int YEARS = 12;

    /** What nobody writes at the desk by this form: forms and reviews have pages of their own. */
    static final Set<RecordType> MADE_ELSEWHERE =
            Set.of(RecordType.RECORD_TYPE_FORM_VERSION, RecordType.RECORD_TYPE_REVIEW);

    private static final List<RecordType> OFTEN_MADE = List.of(
            RecordType.RECORD_TYPE_MEETING,
            RecordType.RECORD_TYPE_VISIT,
            RecordType.RECORD_TYPE_REQUEST,
            RecordType.RECORD_TYPE_WORKPLACE,
            RecordType.RECORD_TYPE_CONTACT,
            RecordType.RECORD_TYPE_PROGRAM);

    private final Database database;
    private final Page page;
    private final RecordFilter filter;
    private final RecordSearch search;
    private final TeamChoices choices;
    private final RecordWords words;

    RecordListing(Database database, Clock clock, Page page, RecordFilter filter) {
        this.database = database;
        this.page = page;
        this.filter = filter;
        this.search = new RecordSearch(database);
        this.choices = new TeamChoices(database, filter.teamId(), page.language(), clock);
        this.words = RecordWords.in(page.language());
    }

    RecordListView view(PagePlace place, String find) {
        RecordPage found = search.page(filter, place, ROWS);
        return new RecordListView(
                address(filter),
                filter.text(),
                types(),
                years(),
                workplace(find),
                chosen(choices.people(), filter.personId()),
                chosen(choices.bodies(), filter.bodyId()),
                filter.from().map(Object::toString).orElse(""),
                filter.until().map(Object::toString).orElse(""),
                marks(),
                filter.deleted(),
                !conditions().isEmpty(),
                search.count(filter).toString(),
                lines(found.rows()),
                found.next().map(this::address),
                found.previous().map(this::address),
                widenings(),
                makes());
    }

    /** The team stands in the address already. */
    private String address(RecordFilter some) {
        String query = Stream.of(some.toQuery().split("&", -1))
                .filter(part -> !part.startsWith("team="))
                .collect(Collectors.joining("&"));
        return page.in("/records") + (query.isEmpty() ? "" : "?" + query);
    }

    private String address(PagePlace place) {
        String address = address(filter);
        return place.toQuery().isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + place.toQuery();
    }

    private List<Option> types() {
        return TypeWords.ALL.stream()
                .map(type -> new Option(
                        TypeWords.of(type), words.type(type), filter.types().contains(type), ""))
                .toList();
    }

    private List<Option> years() {
        int now = choices.fiscalYear();
        List<Option> years = new ArrayList<>();
        for (int year = now + 1; year > now - YEARS; year--) {
            int each = year;
            boolean isChosen = filter.fiscalYear()
                    .filter(chosen -> chosen.startingYear() == each)
                    .isPresent();
            years.add(new Option(Integer.toString(year), page.days().fiscalYear(year), isChosen, ""));
        }
        return years;
    }

    private FieldInput.Pick workplace(String find) {
        Map<String, Option> options = new LinkedHashMap<>();
        filter.workplaceId()
                .map(UUID::toString)
                .ifPresent(id -> options.put(
                        id,
                        new Option(
                                id,
                                choices.title(RecordType.RECORD_TYPE_WORKPLACE, id)
                                        .orElse(id),
                                true,
                                "")));
        choices.records(RecordType.RECORD_TYPE_WORKPLACE, find)
                .forEach(option -> options.putIfAbsent(option.value(), option));
        FieldInput.Head head =
                new FieldInput.Head("workplace", words.type(RecordType.RECORD_TYPE_WORKPLACE), "", "", false);
        return new FieldInput.Pick(
                head, List.copyOf(options.values()), TypeWords.of(RecordType.RECORD_TYPE_WORKPLACE), find);
    }

    private static List<Option> chosen(List<Option> options, Optional<String> id) {
        return options.stream()
                .map(option -> new Option(
                        option.value(),
                        option.label(),
                        id.filter(option.value()::equals).isPresent(),
                        ""))
                .toList();
    }

    private List<Option> marks() {
        return Stream.of(RecordMark.values())
                .map(mark -> new Option(
                        mark.word(),
                        page.say("records.mark." + mark.word()),
                        filter.marks().contains(mark),
                        ""))
                .toList();
    }

    private List<RecordListView.Line> lines(List<RecordLine> rows) {
        List<RecordKey> keys = rows.stream().map(RecordLine::key).toList();
        return database.read(connection -> {
            DatabaseNames names = new DatabaseNames(connection, filter.teamId(), page.language());
            Map<RecordKey, Title> titles = names.titles(keys);
            return names.allFor(source -> rows.stream()
                    .map(row -> line(
                            row,
                            Optional.ofNullable(titles.get(row.key())),
                            row.last()
                                    .flatMap(said -> source.person(said.personId()))
                                    .orElse("")))
                    .toList());
        });
    }

    private RecordListView.Line line(RecordLine row, Optional<Title> title, String by) {
        return new RecordListView.Line(
                RecordAddress.of(row.key()),
                words.type(row.type()),
                title.map(Title::line).or(row::title).orElse(row.key().id().toString()),
                title.map(Title::detail).orElse(""),
                row.day().map(page.days()::day).orElse(""),
                row.last()
                        .map(said -> page.say(
                                "records.last_by",
                                page.days()
                                        .day(tsunagi.server.words.DayWords.dayOf(
                                                said.at().toEpochMilli())),
                                by))
                        .orElse(""),
                tags(row));
    }

    private List<RecordListView.Tag> tags(RecordLine row) {
        List<RecordListView.Tag> tags = new ArrayList<>();
        add(tags, row.deleted(), "records.tag.deleted", "error");
        add(tags, row.conflicts() > 0, "records.mark.conflict", "error");
        add(tags, row.problems() > 0, "records.mark.problem", "warn");
        add(tags, row.openQuestions() > 0, "records.mark.question", "warn");
        add(tags, row.leftOut(), "records.mark.left_out", "");
        return tags;
    }

    private void add(List<RecordListView.Tag> tags, boolean isSo, String word, String kind) {
        if (isSo) {
            tags.add(new RecordListView.Tag(page.say(word), kind));
        }
    }

    /** What narrows the list, each with the list without it. */
    private Map<String, RecordFilter> conditions() {
        RecordFilter all = RecordFilter.of(filter.teamId());
        Map<String, RecordFilter> conditions = new LinkedHashMap<>();
        if (!filter.text().isBlank()) {
            conditions.put("text", filter.withText(""));
        }
        if (!filter.types().isEmpty()) {
            conditions.put("type", filter.ofTypes());
        }
        filter.fiscalYear().ifPresent(year -> conditions.put("year", without(all, "year")));
        filter.workplaceId().ifPresent(id -> conditions.put("workplace", without(all, "workplace")));
        filter.personId().ifPresent(id -> conditions.put("person", without(all, "person")));
        filter.bodyId().ifPresent(id -> conditions.put("body", without(all, "body")));
        if (filter.from().isPresent() || filter.until().isPresent()) {
            conditions.put("days", without(all, "days"));
        }
        if (!filter.marks().isEmpty()) {
            conditions.put("marks", filter.withMarks());
        }
        if (filter.deleted()) {
            conditions.put("deleted", without(all, "deleted"));
        }
        return conditions;
    }

    private RecordFilter without(RecordFilter all, String condition) {
        boolean days = condition.equals("days");
        return new RecordFilter(
                all.teamId(),
                filter.types(),
                filter.text(),
                condition.equals("year") ? Optional.empty() : filter.fiscalYear(),
                condition.equals("workplace") ? Optional.empty() : filter.workplaceId(),
                condition.equals("person") ? Optional.empty() : filter.personId(),
                condition.equals("body") ? Optional.empty() : filter.bodyId(),
                days ? Optional.empty() : filter.from(),
                days ? Optional.empty() : filter.until(),
                filter.marks(),
                !condition.equals("deleted") && filter.deleted());
    }

    private List<RecordListView.Link> widenings() {
        List<RecordListView.Link> links = new ArrayList<>();
        conditions()
                .forEach((condition, wider) ->
                        links.add(new RecordListView.Link(page.say("records.without." + condition), address(wider))));
        return links;
    }

    private List<RecordListView.Link> makes() {
        List<RecordType> types = filter.types().isEmpty() ? OFTEN_MADE : List.copyOf(filter.types());
        return types.stream()
                .filter(type -> !MADE_ELSEWHERE.contains(type))
                .map(type ->
                        new RecordListView.Link(words.type(type), page.in("/records/new?type=" + TypeWords.of(type))))
                .toList();
    }
}
