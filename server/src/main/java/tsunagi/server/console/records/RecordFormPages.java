package tsunagi.server.console.records;

import com.fasterxml.uuid.Generators;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
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
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tsunagi.merge.RecordState;
import tsunagi.record.NewRecords;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.RecordType;
import tsunagi.server.admin.ServerData;
import tsunagi.server.console.field.Entered;
import tsunagi.server.console.field.FieldReader;
import tsunagi.server.console.field.FormSteps;
import tsunagi.server.console.field.TeamChoices;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.NotThereException;
import tsunagi.server.console.page.Page;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.desk.Desk;
import tsunagi.server.desk.DeskEdit;
import tsunagi.server.desk.DeskWord;
import tsunagi.server.search.TypeWords;
import tsunagi.server.storage.Database;
import tsunagi.server.words.RecordWords;

/** Writing records at the desk: new ones, and those that are there. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class RecordFormPages {
    private static final Pattern COMMA = Pattern.compile(",");
    private static final String NOTHING_ENTERED = "records.nothing_entered";

    private final Database database;
    private final Desk desk;
    private final Clock clock;
    private final Pages pages;
    private final Supplier<UUID> ids = Generators.timeBasedEpochGenerator()::generate;

    RecordFormPages(ServerData data, Desk desk, Clock clock, Pages pages) {
        this.database = data.database();
        this.desk = desk;
        this.clock = clock;
        this.pages = pages;
    }

    /**
     * A form that is open.
     *
     * @param seen the record as it was when the form was opened
     */
    private record Open(Supervisor supervisor, RecordForm form, RecordState seen, boolean isNew) {
        RecordType type() {
            return RecordType.forNumber(seen.key().type());
        }
    }

    @Get("/teams/{team}/records/new")
    HttpResponse<?> fresh(Supervisor supervisor) {
        FormFields query = query(supervisor);
        RecordType type = RecordAddress.type(query.text("type").orElse(""));
        Open open = open(supervisor, RecordState.absent(key(supervisor, type, ids.get())), query, true);
        Beginnings beginnings = new Beginnings(schema(type), choices(supervisor));
        Optional<Message> like = query.text("like")
                .map(id -> desk.show(key(supervisor, type, RecordAddress.id(id))))
                .filter(RecordState::exists)
                .map(beginnings::next)
                .or(() -> rating(supervisor, type, query, beginnings));
        Message began = beginnings.of(query, supervisor.personId(), like);
        return pages.show(
                supervisor.page(),
                "records/form.jte",
                view(open, open.form().entered(began), Map.of(), Optional.empty(), ""));
    }

    private Optional<Message> rating(Supervisor supervisor, RecordType type, FormFields query, Beginnings beginnings) {
        if (type != RecordType.RECORD_TYPE_RESPONSE) {
            return Optional.empty();
        }
        return query.text("meeting_id")
                .map(id -> database.read(connection -> {
                    RatingBeginning rating = new RatingBeginning(
                            connection, choices(supervisor), supervisor.teamId(), RecordAddress.id(id));
                    try {
                        return beginnings.read(rating.begin());
                    } catch (InvalidProtocolBufferException e) {
                        throw new IllegalStateException("a kept record does not parse", e);
                    }
                }));
    }

    @Post("/teams/{team}/records/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> make(Supervisor supervisor, @Body String body) {
        FormFields query = query(supervisor);
        FormFields sent = FormFields.of("?" + body);
        RecordType type = RecordAddress.type(query.text("type").orElse(""));
        RecordKey key = key(supervisor, type, RecordAddress.id(sent.text("id").orElse("")));
        return answer(open(supervisor, RecordState.absent(key), query, true), sent);
    }

    @Get("/teams/{team}/records/{type}/{id}/edit")
    HttpResponse<?> edit(Supervisor supervisor, String type, String id) {
        RecordState state = desk.show(RecordAddress.key(supervisor.teamId(), type, id));
        if (!state.exists() || !state.life().isAlive()) {
            throw new NotThereException();
        }
        Open open = open(supervisor, state, query(supervisor), false);
        Entered entered = open.form().entered(open.form().message(state.body()));
        return pages.show(supervisor.page(), "records/form.jte", view(open, entered, Map.of(), Optional.empty(), ""));
    }

    @Post("/teams/{team}/records/{type}/{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(Supervisor supervisor, String type, String id, @Body String body) {
        FormFields sent = FormFields.of("?" + body);
        RecordKey key = RecordAddress.key(supervisor.teamId(), type, id);
        RecordState seen = SeenRecord.unpack(key, sent.text("seen").orElse("")).orElseThrow(NotThereException::new);
        return answer(open(supervisor, seen, query(supervisor), false), sent);
    }

    private HttpResponse<?> answer(Open open, FormFields sent) {
        Entered entered = Entered.of(sent);
        Optional<FormSteps.Stepped> step = FormSteps.take(sent.text("do").orElse(""), entered, ids);
        if (step.isPresent()) {
            RecordFormView view =
                    view(open, step.get().entered(), Map.of(), step.get().focus(), "");
            return pages.show(open.supervisor().page(), "records/form.jte", view);
        }
        FieldReader.Result read = open.form().read(open.seen(), entered, ids);
        Map<String, String> troubles = new LinkedHashMap<>(read.troubles());
        if (open.isNew()) {
            open.form().missingKeys(read.record()).forEach(troubles::putIfAbsent);
        }
        return troubles.isEmpty()
                ? write(open, entered, read.record())
                : refuse(open, entered, troubles, "records.unreadable");
    }

    private HttpResponse<?> write(Open open, Entered entered, Message record) {
        Page page = open.supervisor().page();
        DeskEdit edit = open.form().edit(seenFor(open, record), record);
        if (open.isNew() && edit.values().paths().isEmpty()) {
            return refuse(open, entered, Map.of(), NOTHING_ENTERED);
        }
        DeskWord word = desk.write(open.supervisor().teamId(), open.supervisor().personId(), List.of(edit))
                .get(0);
        if (word instanceof DeskWord.Unfit) {
            return refuse(open, entered, Map.of(), "records.unfit");
        }
        return pages.goTo(RecordAddress.of(word.key()), WrittenNotice.of(page, word, "records.saved"));
    }

    /** A record that has a natural key is known by it, whether it is new or was there already. */
    private RecordState seenFor(Open open, Message record) {
        boolean isDerived = !schema(open.type()).naturalKey().isEmpty();
        return open.isNew() && isDerived
                ? desk.show(new NewRecords(RecordSchemas.standard(), ids)
                        .keyOf(open.supervisor().teamId(), record))
                : open.seen();
    }

    private HttpResponse<?> refuse(Open open, Entered entered, Map<String, String> troubles, String trouble) {
        Optional<String> focus = troubles.keySet().stream().findFirst();
        return pages.refuse(
                open.supervisor().page(),
                HttpStatus.UNPROCESSABLE_ENTITY,
                "records/form.jte",
                view(open, entered, troubles, focus, trouble));
    }

    private RecordFormView view(
            Open open, Entered entered, Map<String, String> troubles, Optional<String> focus, String trouble) {
        Page page = open.supervisor().page();
        String type = RecordWords.in(page.language()).type(open.type());
        Map<String, String> hidden = open.isNew()
                ? Map.of("id", open.seen().key().id().toString())
                : Map.of("seen", SeenRecord.pack(open.seen()));
        String list = page.in("/records?type=" + TypeWords.of(open.type()));
        return new RecordFormView(
                page.say(open.isNew() ? "records.new_title" : "records.edit_title", type),
                page.here(),
                open.isNew() ? list : RecordAddress.of(open.seen().key()),
                hidden,
                open.form().sections(entered, troubles, focus),
                trouble.isEmpty() ? "" : page.say(trouble));
    }

    private Open open(Supervisor supervisor, RecordState seen, FormFields query, boolean isNew) {
        RecordType type = RecordType.forNumber(seen.key().type());
        if (RecordListing.MADE_ELSEWHERE.contains(type)) {
            throw new NotThereException();
        }
        Set<String> only =
                query.text("only").map(names -> Set.of(COMMA.split(names, -1))).orElse(Set.of());
        RecordForm form = new RecordForm(supervisor.page(), choices(supervisor), schema(type), only, isNew);
        return new Open(supervisor, form, seen, isNew);
    }

    private TeamChoices choices(Supervisor supervisor) {
        return new TeamChoices(database, supervisor.teamId(), supervisor.page().language(), clock);
    }

    private static RecordSchema schema(RecordType type) {
        return RecordSchemas.standard().find(type.getNumber()).orElseThrow(NotThereException::new);
    }

    private static RecordKey key(Supervisor supervisor, RecordType type, UUID id) {
        return new RecordKey(supervisor.teamId(), type.getNumber(), id);
    }

    private static FormFields query(Supervisor supervisor) {
        return FormFields.of("?" + supervisor.page().query());
    }
}
