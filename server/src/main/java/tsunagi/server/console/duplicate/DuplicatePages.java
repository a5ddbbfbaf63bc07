package tsunagi.server.console.duplicate;

import com.fasterxml.uuid.Generators;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
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
import tsunagi.server.console.page.Notice;
import tsunagi.server.console.page.Page;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.duplicate.DuplicateCandidate;
import tsunagi.server.duplicate.DuplicateCandidates;
import tsunagi.server.duplicate.DuplicateCandidates.Place;
import tsunagi.server.duplicate.DuplicateCandidates.Wanted;
import tsunagi.server.duplicate.DuplicatePair;
import tsunagi.server.duplicate.KeptApart;
import tsunagi.server.search.TypeWords;
import tsunagi.server.storage.Database;
import tsunagi.server.words.DatabaseNames;
import tsunagi.server.words.RecordWords;
import tsunagi.server.words.Title;

/** The list of records that may be one, and keeping several pairs of it apart. */
@Controller("/teams/{team}/duplicates")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DuplicatePages {
    private static final int ROWS = 50;

    private final Database database;
    private final Pages pages;
    private final Clock clock;
    private final DuplicateCandidates candidates = new DuplicateCandidates();
    private final KeptApart kept = new KeptApart();

    DuplicatePages(ServerData data, Pages pages, Clock clock) {
        this.database = data.database();
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> list(Supervisor supervisor) {
        return pages.show(
                supervisor.page(),
                "duplicate/list.jte",
                database.<DuplicateList>read(connection -> list(connection, supervisor)));
    }

    private DuplicateList list(Connection connection, Supervisor supervisor) throws SQLException {
        Page page = supervisor.page();
        FormFields query = FormFields.of("?" + page.query());
        Optional<Integer> type = query.text("type").flatMap(TypeWords::find).map(found -> found.getNumber());
        Optional<Place> after = query.text("after").flatMap(Place::parse);
        List<DuplicateCandidate> found =
                candidates.list(connection, new Wanted(supervisor.teamId(), type), after, ROWS + 1);
        List<DuplicateCandidate> shown = found.subList(0, Math.min(ROWS, found.size()));
        Map<RecordKey, Title> titles = titles(connection, page, shown);
        return new DuplicateList(
                tabs(connection, supervisor, type),
                shown.stream().map(one -> row(page, one, titles)).toList(),
                found.size() > ROWS ? Optional.of(next(page, type, shown.get(ROWS - 1))) : Optional.empty(),
                after.isEmpty());
    }

    private static Map<RecordKey, Title> titles(Connection connection, Page page, List<DuplicateCandidate> shown) {
        List<RecordKey> keys = new ArrayList<>();
        shown.forEach(
                one -> keys.addAll(List.of(one.pair().firstKey(), one.pair().secondKey())));
        return new DatabaseNames(connection, page.team().orElseThrow().id(), page.language()).titles(keys);
    }

    private static DuplicateList.Row row(Page page, DuplicateCandidate one, Map<RecordKey, Title> titles) {
        return new DuplicateList.Row(
                DuplicateWords.value(one.pair()),
                DuplicateWords.address(page, one.pair()),
                RecordWords.in(page.language()).type(one.pair().type()),
                shown(titles.get(one.pair().firstKey())),
                shown(titles.get(one.pair().secondKey())),
                one.likeness().score(),
                DuplicateWords.reasons(page, one.likeness()));
    }

    private static RecordShown shown(Title title) {
        return title == null ? new RecordShown("—", "") : new RecordShown(title.line(), title.detail());
    }

    private List<DuplicateList.Tab> tabs(Connection connection, Supervisor supervisor, Optional<Integer> chosen)
            throws SQLException {
        Page page = supervisor.page();
        Map<Integer, Long> counts = candidates.counts(connection, supervisor.teamId());
        List<DuplicateList.Tab> tabs = new ArrayList<>();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        tabs.add(new DuplicateList.Tab(page.say("duplicate.all"), page.in("/duplicates"), all, chosen.isEmpty()));
        counts.forEach((type, count) -> tabs.add(new DuplicateList.Tab(
                RecordWords.in(page.language()).type(type),
                page.in("/duplicates?type=" + DuplicateWords.type(type)),
                count,
                chosen.equals(Optional.of(type)))));
        return tabs;
    }

    private static String next(Page page, Optional<Integer> type, DuplicateCandidate last) {
        String ofType =
                type.map(number -> "type=" + DuplicateWords.type(number) + "&").orElse("");
        return page.in("/duplicates?" + ofType + "after=" + Place.of(last).text());
    }

    /** Keeps all pairs apart that were ticked. */
    @Post("/apart")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> keepApart(Supervisor supervisor, @Body String body) {
        Page page = supervisor.page();
        Set<DuplicatePair> pairs = new LinkedHashSet<>();
        FormFields.of("?" + body).all("pair").forEach(value -> pairs.add(pair(supervisor.teamId(), value)));
        if (pairs.isEmpty()) {
            return pages.goTo(page.in("/duplicates"), Notice.of(page.say("duplicate.none_ticked")));
        }
        UUID act = Generators.timeBasedEpochGenerator().generate();
        database.<Void>write(connection -> {
            kept.keep(connection, pairs, act, supervisor.personId(), clock.millis());
            return null;
        });
        return pages.goTo(
                page.in("/duplicates"),
                Notice.of(page.say("duplicate.kept", pairs.size()), page.in("/duplicates/apart/" + act + "/undo")));
    }

    @Post("/apart/{act}/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> proposeAgain(Supervisor supervisor, UUID act) {
        Page page = supervisor.page();
        int pairs = database.<Integer>write(connection -> kept.takeBack(connection, supervisor.teamId(), act));
        return pages.goTo(page.in("/duplicates"), Notice.of(page.say("duplicate.kept_no_more", pairs)));
    }

    @Post("/apart/{type}/{first}/{second}/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> proposeOneAgain(Supervisor supervisor, String type, UUID first, UUID second) {
        Page page = supervisor.page();
        DuplicatePair pair = pair(supervisor.teamId(), type + "/" + first + "/" + second);
        database.<Void>write(connection -> {
            kept.takeBack(connection, pair);
            return null;
        });
        return pages.goTo(page.in("/duplicates/apart"), Notice.of(page.say("duplicate.kept_no_more", 1)));
    }

    /** A pair as forms and addresses name it. */
    static DuplicatePair pair(UUID teamId, String value) {
        String[] parts = value.split("/", -1);
        try {
            return new DuplicatePair(
                    teamId,
                    TypeWords.find(parts[0]).orElseThrow(NotThereException::new).getNumber(),
                    UUID.fromString(parts[1]),
                    UUID.fromString(parts[2]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new NotThereException();
        }
    }
}
