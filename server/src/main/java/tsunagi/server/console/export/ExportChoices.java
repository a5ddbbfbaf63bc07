package tsunagi.server.console.export;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import tsunagi.calendar.FiscalYear;
import tsunagi.calendar.JapaneseDays;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.server.console.page.Page;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.export.ExportLog;
import tsunagi.server.export.Exports;
import tsunagi.server.search.RecordFilter;
import tsunagi.server.search.TypeWords;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.words.DatabaseNames;
import tsunagi.server.words.RecordWords;
import tsunagi.server.words.Title;

/** What the page of exports offers. */
final class ExportChoices {
    private static final int YEARS_SHOWN = 6;

    private final Database database;
    private final ExportLog log;
    private final Clock clock;

    ExportChoices(Database database, ExportLog log, Clock clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    ExportsShown shown(Supervisor supervisor, RecordFilter filter, Optional<String> trouble) {
        Page page = supervisor.page();
        return new ExportsShown(
                types(page, filter),
                filter.fiscalYear()
                        .map(year -> Integer.toString(year.startingYear()))
                        .orElse(""),
                filter.text(),
                years(),
                narrowed(page, filter),
                kept(filter),
                rounds(page, supervisor.teamId()),
                done(page, supervisor.teamId()),
                trouble);
    }

    private static List<ExportsShown.Type> types(Page page, RecordFilter filter) {
        RecordWords words = RecordWords.in(page.language());
        return Exports.types().stream()
                .map(type -> new ExportsShown.Type(
                        TypeWords.of(type), words.type(type), filter.types().contains(type)))
                .toList();
    }

    private List<Integer> years() {
        int now = FiscalYear.of(LocalDate.ofInstant(clock.instant(), JapaneseDays.TIME))
                .startingYear();
        return IntStream.range(0, YEARS_SHOWN).mapToObj(back -> now - back).toList();
    }

    /** What the list was narrowed by that the form has no field for. */
    private List<String> narrowed(Page page, RecordFilter filter) {
        return database.read(connection -> {
            DatabaseNames names = new DatabaseNames(connection, filter.teamId(), page.language());
            List<String> words = new ArrayList<>();
            filter.workplaceId()
                    .ifPresent(id -> words.add(page.say(
                            "export.narrowed.workplace",
                            names.record(new RecordKey(filter.teamId(), RecordType.RECORD_TYPE_WORKPLACE_VALUE, id))
                                    .orElse(id.toString()))));
            filter.personId()
                    .ifPresent(id -> words.add(
                            page.say("export.narrowed.person", names.person(id).orElse(id))));
            filter.bodyId()
                    .ifPresent(id -> words.add(
                            page.say("export.narrowed.body", names.body(id).orElse(id))));
            filter.from()
                    .ifPresent(day -> words.add(
                            page.say("export.narrowed.from", page.days().day(day))));
            filter.until()
                    .ifPresent(day -> words.add(
                            page.say("export.narrowed.until", page.days().day(day))));
            filter.marks().forEach(mark -> words.add(page.say("export.narrowed.mark." + mark.word())));
            if (filter.deleted()) {
                words.add(page.say("export.narrowed.deleted"));
            }
            return words;
        });
    }

    private static List<ExportsShown.Kept> kept(RecordFilter filter) {
        List<ExportsShown.Kept> kept = new ArrayList<>();
        filter.workplaceId().ifPresent(id -> kept.add(new ExportsShown.Kept("workplace", id.toString())));
        filter.personId().ifPresent(id -> kept.add(new ExportsShown.Kept("person", id)));
        filter.bodyId().ifPresent(id -> kept.add(new ExportsShown.Kept("body", id)));
        filter.from().ifPresent(day -> kept.add(new ExportsShown.Kept("from", day.toString())));
        filter.until().ifPresent(day -> kept.add(new ExportsShown.Kept("until", day.toString())));
        filter.marks().forEach(mark -> kept.add(new ExportsShown.Kept("mark", mark.word())));
        if (filter.deleted()) {
            kept.add(new ExportsShown.Kept("deleted", "1"));
        }
        return kept;
    }

    private List<ExportsShown.Round> rounds(Page page, UUID teamId) {
        return database.read(connection -> {
            List<RecordKey> keys = new RecordRows()
                    .living(connection, teamId, RecordType.RECORD_TYPE_ROUND_VALUE).stream()
                            .map(stored -> stored.key())
                            .toList();
            Collection<Title> titles = new DatabaseNames(connection, teamId, page.language())
                    .titles(keys)
                    .values();
            List<ExportsShown.Round> rounds = new ArrayList<>();
            int place = 0;
            for (Title title : titles) {
                rounds.add(new ExportsShown.Round(keys.get(place++).id().toString(), title.line(), title.detail()));
            }
            rounds.sort((a, b) -> a.title().compareTo(b.title()));
            return rounds;
        });
    }

    private List<ExportsShown.Done> done(Page page, UUID teamId) {
        List<ExportLog.Entry> entries = log.latest(teamId);
        return database.read(
                connection -> new DatabaseNames(connection, teamId, page.language()).allFor(names -> entries.stream()
                        .map(entry ->
                                done(page, entry, names.person(entry.personId()).orElse(entry.personId())))
                        .toList()));
    }

    private static ExportsShown.Done done(Page page, ExportLog.Entry entry, String who) {
        OptionalLong rows = entry.rows();
        return new ExportsShown.Done(
                page.days().moment(entry.at().toEpochMilli()),
                who,
                entry.name(),
                page.say("export.format." + entry.format()),
                entry.withFreeText(),
                page.say("export.state." + entry.state().name()),
                entry.state() == ExportLog.State.DONE ? "good" : "warn",
                rows.isPresent() ? page.number(rows.getAsLong()) : "");
    }
}
