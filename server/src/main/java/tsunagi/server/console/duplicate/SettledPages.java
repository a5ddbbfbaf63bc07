package tsunagi.server.console.duplicate;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.server.admin.ServerData;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.NotThereException;
import tsunagi.server.console.page.Page;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.duplicate.DuplicatePair;
import tsunagi.server.duplicate.KeptApart;
import tsunagi.server.duplicate.KeptApart.Said;
import tsunagi.server.duplicate.MergedRecords;
import tsunagi.server.duplicate.MergedRecords.Merged;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.StoredRecord;
import tsunagi.server.words.DatabaseNames;
import tsunagi.server.words.NameSource;
import tsunagi.server.words.RecordTitle;
import tsunagi.server.words.RecordWords;
import tsunagi.server.words.ShownRecord;
import tsunagi.server.words.Title;

/** What was made one, and what was kept apart, each with its way back. */
@Controller("/teams/{team}/duplicates")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SettledPages {
    private static final int ROWS = 50;

    private final Database database;
    private final Pages pages;

    SettledPages(ServerData data, Pages pages) {
        this.database = data.database();
        this.pages = pages;
    }

    @Get("/merged")
    HttpResponse<?> merged(Supervisor supervisor) {
        return pages.show(
                supervisor.page(),
                "duplicate/merged.jte",
                database.<SettledList>read(connection -> merged(connection, supervisor)));
    }

    private static SettledList merged(Connection connection, Supervisor supervisor) throws SQLException {
        Page page = supervisor.page();
        Optional<Long> before = after(page).map(SettledPages::number);
        List<Merged> found =
                new MergedRecords().list(connection, supervisor.teamId(), before.orElse(Long.MAX_VALUE), ROWS + 1);
        List<Merged> shown = found.subList(0, Math.min(ROWS, found.size()));
        Set<RecordKey> keys = new LinkedHashSet<>();
        shown.forEach(one -> keys.addAll(List.of(one.record(), one.successor())));
        Drawing drawing = new Drawing(connection, page, supervisor.teamId(), keys);
        return new SettledList(
                shown.stream()
                        .map(one -> drawing.row(
                                one.record(),
                                one.successor(),
                                one.personId(),
                                one.atMs(),
                                PairPages.split(page, one.record())))
                        .toList(),
                found.size() > ROWS
                        ? Optional.of(page.in("/duplicates/merged?after="
                                + shown.get(ROWS - 1).revision()))
                        : Optional.empty(),
                before.isEmpty());
    }

    @Get("/apart")
    HttpResponse<?> apart(Supervisor supervisor) {
        return pages.show(
                supervisor.page(),
                "duplicate/apart.jte",
                database.<SettledList>read(connection -> apart(connection, supervisor)));
    }

    private static SettledList apart(Connection connection, Supervisor supervisor) throws SQLException {
        Page page = supervisor.page();
        Optional<Said> after = after(page).map(text -> place(supervisor.teamId(), text));
        List<Said> found = new KeptApart().list(connection, supervisor.teamId(), after, ROWS + 1);
        List<Said> shown = found.subList(0, Math.min(ROWS, found.size()));
        Set<RecordKey> keys = new LinkedHashSet<>();
        shown.forEach(
                one -> keys.addAll(List.of(one.pair().firstKey(), one.pair().secondKey())));
        Drawing drawing = new Drawing(connection, page, supervisor.teamId(), keys);
        return new SettledList(
                shown.stream()
                        .map(one -> drawing.row(
                                one.pair().firstKey(),
                                one.pair().secondKey(),
                                one.personId(),
                                one.atMs(),
                                page.in("/duplicates/apart/" + DuplicateWords.value(one.pair()) + "/undo")))
                        .toList(),
                found.size() > ROWS
                        ? Optional.of(page.in("/duplicates/apart?after=" + text(shown.get(ROWS - 1))))
                        : Optional.empty(),
                after.isEmpty());
    }

    private static Optional<String> after(Page page) {
        return FormFields.of("?" + page.query()).text("after");
    }

    private static String text(Said last) {
        return last.atMs() + "." + last.pair().first() + "." + last.pair().second();
    }

    private static Said place(UUID teamId, String text) {
        String[] parts = text.split("\\.", -1);
        try {
            DuplicatePair pair = new DuplicatePair(teamId, 0, UUID.fromString(parts[1]), UUID.fromString(parts[2]));
            return new Said(pair, teamId, "", number(parts[0]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new NotThereException();
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new NotThereException();
        }
    }

    /** Pairs being put into words; a record that was absorbed goes by its own title. */
    private static final class Drawing {
        private final Page page;
        private final DatabaseNames names;
        private final Map<RecordKey, ShownRecord> records = new HashMap<>();

        Drawing(Connection connection, Page page, UUID teamId, Set<RecordKey> keys) throws SQLException {
            this.page = page;
            this.names = new DatabaseNames(connection, teamId, page.language());
            for (StoredRecord record : new RecordRows().find(connection, teamId, keys)) {
                records.put(record.key(), ShownRecord.of(record.key(), record.body()));
            }
        }

        SettledList.Row row(RecordKey first, RecordKey second, String personId, long atMs, String undo) {
            return new SettledList.Row(
                    RecordWords.in(page.language()).type(first.type()),
                    shown(first),
                    shown(second),
                    page.say(
                            "duplicate.said",
                            names.person(personId).orElse("—"),
                            page.days().moment(atMs)),
                    undo);
        }

        private RecordShown shown(RecordKey key) {
            ShownRecord record = records.get(key);
            if (record == null) {
                return new RecordShown("—", "");
            }
            Title title = names.allFor((NameSource source) -> new RecordTitle(page.language(), source).of(record));
            return new RecordShown(title.line(), title.detail());
        }
    }
}
