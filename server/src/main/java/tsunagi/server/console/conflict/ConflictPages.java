package tsunagi.server.console.conflict;

import com.google.protobuf.ByteString;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.change.Stamp;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.server.admin.ServerData;
import tsunagi.server.conflict.Alike;
import tsunagi.server.conflict.ConflictFilter;
import tsunagi.server.conflict.ConflictPlace;
import tsunagi.server.conflict.Conflicts;
import tsunagi.server.conflict.FieldHistory;
import tsunagi.server.conflict.OpenConflict;
import tsunagi.server.conflict.SettledTogether;
import tsunagi.server.conflict.Settlement;
import tsunagi.server.conflict.SettlementSave;
import tsunagi.server.conflict.SettlementWord;
import tsunagi.server.conflict.Settling;
import tsunagi.server.conflict.TakenBack;
import tsunagi.server.conflict.TakingBack;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.NotThereException;
import tsunagi.server.console.page.Notice;
import tsunagi.server.console.page.Page;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.desk.Desk;
import tsunagi.server.desk.DeskEdit;
import tsunagi.server.desk.DeskWord;
import tsunagi.server.storage.Database;

/** Where a とりまとめ担当 settles conflicts. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConflictPages {
    private final Database database;
    private final Desk desk;
    private final Settling settling;
    private final TakingBack takingBack;
    private final Pages pages;
    private final Conflicts conflicts = new Conflicts();
    private final ConflictLists lists = new ConflictLists();
    private final ConflictSheets sheets = new ConflictSheets();
    private final FieldHistory history = new FieldHistory();

    ConflictPages(ServerData data, Desk desk, Settling settling, Pages pages) {
        this.database = data.database();
        this.desk = desk;
        this.settling = settling;
        this.takingBack = new TakingBack(data.database(), desk);
        this.pages = pages;
    }

    @Get("/teams/{team}/conflicts")
    HttpResponse<?> list(Supervisor supervisor) {
        FormFields asked = FormFields.of("?" + supervisor.page().query());
        return pages.show(
                supervisor.page(),
                "conflict/list.jte",
                database.read(connection -> lists.list(connection, supervisor, asked, "")));
    }

    /** Settles all that are ticked in one way. */
    @Post("/teams/{team}/conflicts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> settleAlike(Supervisor supervisor, @Body String body) {
        Page page = supervisor.page();
        FormFields entered = FormFields.of("?" + body);
        List<SeenConflict> seen = entered.all("seen").stream()
                .flatMap(text -> SeenConflict.parse(supervisor.teamId(), text).stream())
                .toList();
        Optional<Alike> way = entered.text("way").flatMap(Alike::parse);
        if (seen.isEmpty() || way.isEmpty()) {
            ConflictList again = database.read(connection ->
                    lists.list(connection, supervisor, FormFields.of("?" + page.query()), page.say("conflict.choose")));
            return pages.refuse(page, HttpStatus.UNPROCESSABLE_ENTITY, "conflict/list.jte", again);
        }
        List<Settlement> settlements = database.read(connection -> alike(connection, seen, way.get()));
        SettledTogether settled = settling.settle(supervisor.teamId(), supervisor.personId(), settlements);
        String text = Outcomes.text(page, settled, seen.size() - settlements.size());
        return pages.goTo(page.here(), notice(page, text, settled));
    }

    private List<Settlement> alike(Connection connection, List<SeenConflict> seen, Alike way) throws SQLException {
        List<Settlement> settlements = new ArrayList<>();
        for (SeenConflict one : seen) {
            Optional<OpenConflict> open = conflicts.find(connection, one.key(), one.path());
            // What somebody wrote meanwhile is looked at first.
            open.filter(there -> there.isSeenBy(one.settledWith(ByteString.EMPTY)))
                    .flatMap(way::valueFor)
                    .ifPresent(value -> settlements.add(one.settledWith(value)));
        }
        return settlements;
    }

    @Get("/teams/{team}/conflicts/{type}/{id}")
    HttpResponse<?> sheet(Supervisor supervisor, String type, String id) {
        RecordKey key = key(supervisor, type, id);
        FormFields asked = FormFields.of("?" + supervisor.page().query());
        Optional<FieldPath> settled = asked.text("field").flatMap(FieldWord::path);
        return pages.show(
                supervisor.page(),
                "conflict/settle.jte",
                database.read(connection ->
                        sheet(connection, supervisor.page(), key, settled, ConflictSheets.Chosen.NOTHING, "")));
    }

    private ConflictSheet sheet(
            Connection connection,
            Page page,
            RecordKey key,
            Optional<FieldPath> settled,
            ConflictSheets.Chosen chosen,
            String trouble)
            throws SQLException {
        List<OpenConflict> open = conflicts.of(connection, key);
        Optional<FieldPath> shown =
                settled.filter(path -> open.stream().noneMatch(one -> one.path().equals(path)));
        RecordState state = conflicts.state(connection, key).orElseThrow(NotThereException::new);
        return sheets.sheet(connection, page, state, open, shown, chosen, trouble);
    }

    /** Settles those fields of a record for which a value was chosen. */
    @Post("/teams/{team}/conflicts/{type}/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> settle(Supervisor supervisor, String type, String id, @Body String body) {
        Page page = supervisor.page();
        RecordKey key = key(supervisor, type, id);
        SheetReading reading =
                database.read(connection -> SheetReading.of(connection, key, FormFields.of("?" + body), page));
        if (reading.trouble().isPresent()) {
            ConflictSheet again = database.read(connection -> sheet(
                    connection,
                    page,
                    key,
                    reading.firstField(),
                    reading.chosen(),
                    reading.trouble().get()));
            return pages.refuse(page, reading.status(), "conflict/settle.jte", again);
        }
        SettledTogether settled = settling.settle(supervisor.teamId(), supervisor.personId(), reading.settlements());
        String text = Outcomes.text(page, settled, 0);
        return pages.goTo(next(supervisor, key), notice(page, text, settled));
    }

    /** What is open in the same record still, else in the next one, else the list. */
    private String next(Supervisor supervisor, RecordKey key) {
        Page page = supervisor.page();
        Optional<RecordKey> next = database.read(connection -> {
            if (!conflicts.of(connection, key).isEmpty()) {
                return Optional.of(key);
            }
            Optional<ConflictPlace> here = Optional.of(new ConflictPlace(Conflicts.typeName(key.type()), key.id()));
            Optional<RecordKey> following = first(connection, supervisor.teamId(), here);
            return following.isPresent() ? following : first(connection, supervisor.teamId(), Optional.empty());
        });
        return next.map(record -> ConflictLists.address(page, record)).orElse(page.in("/conflicts"));
    }

    private Optional<RecordKey> first(Connection connection, UUID teamId, Optional<ConflictPlace> after)
            throws SQLException {
        return conflicts.page(connection, teamId, ConflictFilter.ALL, after, 1).conflicts().stream()
                .findFirst()
                .map(OpenConflict::key);
    }

    private static Notice notice(Page page, String text, SettledTogether settled) {
        return settled.save()
                .filter(save -> settled.count(SettlementWord.Settled.class) > 0)
                .map(save -> Notice.of(text, page.in("/conflicts/undo?save=" + save.text())))
                .orElseGet(() -> Notice.of(text));
    }

    /** Takes back what was just settled. */
    @Post("/teams/{team}/conflicts/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> undo(Supervisor supervisor) {
        Page page = supervisor.page();
        SettlementSave save = FormFields.of("?" + page.query())
                .text("save")
                .flatMap(SettlementSave::parse)
                .orElseThrow(NotThereException::new);
        TakenBack back = takingBack.takeBack(supervisor.teamId(), supervisor.personId(), save);
        return pages.goTo(
                back.fields().size() == 1 ? settledAddress(page, back.fields().get(0)) : page.in("/conflicts"),
                Notice.of(Outcomes.text(page, back)));
    }

    private static String settledAddress(Page page, TakenBack.Field field) {
        return ConflictLists.address(page, field.key()) + "?field=" + FieldWord.of(field.path());
    }

    /** Brings back what was said of a field once. */
    @Post("/teams/{team}/conflicts/{type}/{id}/restore")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> restore(Supervisor supervisor, String type, String id, @Body String body) {
        Page page = supervisor.page();
        RecordKey key = key(supervisor, type, id);
        FormFields entered = FormFields.of("?" + body);
        FieldPath path = entered.text("field").flatMap(FieldWord::path).orElseThrow(NotThereException::new);
        Stamp seen = FieldWord.stamp(entered.text("seen").orElse("")).orElseThrow(NotThereException::new);
        Stamp wanted = entered.text("change").flatMap(FieldWord::stamp).orElseThrow(NotThereException::new);
        RecordState now =
                database.read(connection -> conflicts.state(connection, key)).orElseThrow(NotThereException::new);
        String address = settledAddress(page, new TakenBack.Field(key, path));
        if (!now.stampOf(path).equals(seen)) {
            return pages.goTo(address, Notice.of(page.say("conflict.moved_on")));
        }
        ByteString value = database.read(connection -> history.valueOf(connection, supervisor.teamId(), path, wanted))
                .orElseThrow(NotThereException::new);
        DeskEdit edit = value.isEmpty()
                ? new DeskEdit(now, FieldValues.NONE, Set.of(path))
                : new DeskEdit(now, FieldValues.of(path, value), Set.of());
        List<DeskWord> words = desk.write(supervisor.teamId(), supervisor.personId(), List.of(edit));
        boolean isKept = words.get(0) instanceof DeskWord.Taken || words.get(0) instanceof DeskWord.Unchanged;
        return pages.goTo(address, Notice.of(page.say(isKept ? "conflict.restored" : "conflict.not_restored")));
    }

    private static RecordKey key(Supervisor supervisor, String type, String id) {
        try {
            return new RecordKey(
                    supervisor.teamId(),
                    Conflicts.typeNumber(type).orElseThrow(NotThereException::new),
                    UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw new NotThereException();
        }
    }
}
