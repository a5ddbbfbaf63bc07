package tsunagi.server.console.review;

import com.fasterxml.uuid.Generators;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.server.admin.ServerData;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.NotThereException;
import tsunagi.server.console.page.Notice;
import tsunagi.server.console.page.Page;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.desk.Desk;
import tsunagi.server.review.AskedQuestion;
import tsunagi.server.review.Question;
import tsunagi.server.review.ReviewLists;
import tsunagi.server.review.Reviewed;
import tsunagi.server.review.Reviewing;
import tsunagi.server.storage.Database;
import tsunagi.server.words.DatabaseNames;

/** Where the とりまとめ担当 asks back, marks records as looked at and leaves them out of totals: one of them or many. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReviewActions {
    private static final String ASK = "review/ask.jte";
    private static final String LEAVE_OUT = "review/leave_out.jte";

    private final Database database;
    private final Reviewing reviewing;
    private final ReviewLists lists;
    private final AskForms forms;
    private final Pages pages;
    private final Clock clock;

    ReviewActions(ServerData data, Desk desk, Pages pages, Clock clock) {
        this.database = data.database();
        this.reviewing = new Reviewing(data.database(), desk, clock, Generators.timeBasedEpochGenerator()::generate);
        this.lists = new ReviewLists(data.database());
        this.forms = new AskForms(clock);
        this.pages = pages;
        this.clock = clock;
    }

    @Get("/teams/{team}/review/ask")
    HttpResponse<?> askForm(Supervisor supervisor) {
        FormFields asked = FormFields.of("?" + supervisor.page().query());
        List<RecordKey> records = RecordRef.all(supervisor.teamId(), asked);
        return records.isEmpty()
                ? nothingTicked(supervisor, asked)
                : pages.show(supervisor.page(), ASK, form(supervisor, records, asked));
    }

    @Post("/teams/{team}/review/ask")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(Supervisor supervisor, @Body String body) {
        FormFields entered = FormFields.of("?" + body);
        List<RecordKey> records = ticked(supervisor, entered);
        AskForm form = form(supervisor, records, entered);
        Optional<String> text = entered.text("question");
        boolean hasNobody = form.person().isEmpty()
                && (!form.gone().isEmpty() || form.authors().isEmpty());
        if (text.isEmpty() || hasNobody) {
            AskForm again = AskForms.withTrouble(form, text.isEmpty() ? "question" : "gone");
            return pages.refuse(supervisor.page(), HttpStatus.UNPROCESSABLE_ENTITY, ASK, again);
        }
        Reviewed done = reviewing.ask(
                supervisor.teamId(),
                supervisor.personId(),
                records,
                new Question(text.get(), entered.text("person"), field(entered)));
        return done(supervisor, "review.asked_done", done, form.back());
    }

    @Post("/teams/{team}/review/looked-at")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> lookedAt(Supervisor supervisor, @Body String body) {
        FormFields entered = FormFields.of("?" + body);
        List<RecordKey> records = RecordRef.all(supervisor.teamId(), entered);
        if (records.isEmpty()) {
            return nothingTicked(supervisor, entered);
        }
        Reviewed done = reviewing.lookedAt(supervisor.teamId(), supervisor.personId(), records);
        return done(supervisor, "review.looked_done", done, back(supervisor, entered));
    }

    @Get("/teams/{team}/review/leave-out")
    HttpResponse<?> leaveOutForm(Supervisor supervisor) {
        FormFields asked = FormFields.of("?" + supervisor.page().query());
        return RecordRef.all(supervisor.teamId(), asked).isEmpty()
                ? nothingTicked(supervisor, asked)
                : pages.show(supervisor.page(), LEAVE_OUT, leaveOutForm(supervisor, asked, false));
    }

    @Post("/teams/{team}/review/leave-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> leaveOut(Supervisor supervisor, @Body String body) {
        FormFields entered = FormFields.of("?" + body);
        Optional<String> reason = entered.text("reason");
        if (reason.isEmpty()) {
            return pages.refuse(
                    supervisor.page(),
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    LEAVE_OUT,
                    leaveOutForm(supervisor, entered, true));
        }
        Reviewed done = reviewing.leaveOut(
                supervisor.teamId(), supervisor.personId(), ticked(supervisor, entered), reason.get());
        return done(supervisor, "review.left_out_done", done, back(supervisor, entered));
    }

    @Post("/teams/{team}/review/count-again")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> countAgain(Supervisor supervisor, @Body String body) {
        FormFields entered = FormFields.of("?" + body);
        List<RecordKey> records = RecordRef.all(supervisor.teamId(), entered);
        if (records.isEmpty()) {
            return nothingTicked(supervisor, entered);
        }
        Reviewed done = reviewing.countAgain(supervisor.teamId(), supervisor.personId(), records);
        return done(supervisor, "review.counted_done", done, back(supervisor, entered));
    }

    @Post("/teams/{team}/review/records/{ref}/questions/{question}/withdraw")
    @Consumes(MediaType.ALL)
    HttpResponse<?> withdraw(Supervisor supervisor, String ref, String question) {
        AskedQuestion asked = question(supervisor, ref, question);
        Reviewed done = reviewing.withdraw(supervisor.teamId(), supervisor.personId(), asked);
        return done(supervisor, "review.withdrawn_done", done, supervisor.page().in("/review/records/" + ref));
    }

    @Post("/teams/{team}/review/records/{ref}/questions/{question}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> answer(Supervisor supervisor, String ref, String question, @Body String body) {
        AskedQuestion asked = question(supervisor, ref, question);
        String answer = FormFields.of("?" + body).text("answer").orElse("");
        Reviewed done = reviewing.answer(supervisor.teamId(), supervisor.personId(), asked, answer);
        return done(supervisor, "review.answered_done", done, supervisor.page().in("/review/records/" + ref));
    }

    @Post("/teams/{team}/review/undo/{save}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> undo(Supervisor supervisor, UUID save) {
        FormFields asked = FormFields.of("?" + supervisor.page().query());
        reviewing.undo(supervisor.teamId(), supervisor.personId(), save, number(asked, "first"), number(asked, "last"));
        return pages.goTo(back(supervisor, asked), Notice.of(supervisor.page().say("review.undone")));
    }

    @Post("/teams/{team}/review/switch")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> set(Supervisor supervisor, @Body String body) {
        boolean isOn = FormFields.of("?" + body).text("on").filter("1"::equals).isPresent();
        lists.set(supervisor.teamId(), isOn ? OptionalLong.of(clock.millis()) : OptionalLong.empty());
        Page page = supervisor.page();
        return pages.goTo(
                page.in("/review/unseen"), Notice.of(page.say(isOn ? "review.switched_on" : "review.switched_off")));
    }

    private AskForm form(Supervisor supervisor, List<RecordKey> records, FormFields entered) {
        List<String> authors =
                List.copyOf(reviewing.authors(records, field(entered)).values());
        return database.read(connection ->
                forms.form(supervisor.page(), connection, records, authors, entered, back(supervisor, entered)));
    }

    private LeaveOutForm leaveOutForm(Supervisor supervisor, FormFields entered, boolean isTroubled) {
        Page page = supervisor.page();
        List<RecordKey> records = ticked(supervisor, entered);
        List<Titled> titled = database.read(
                connection -> new ReviewWords(page, new DatabaseNames(connection, supervisor.teamId(), page.language()))
                        .records(records));
        return new LeaveOutForm(titled, entered.text("reason").orElse(""), back(supervisor, entered), isTroubled);
    }

    private AskedQuestion question(Supervisor supervisor, String ref, String questionKey) {
        return RecordRef.parse(supervisor.teamId(), ref)
                .flatMap(record -> RecordLook.question(reviewing.about(record), questionKey))
                .orElseThrow(NotThereException::new);
    }

    private HttpResponse<?> done(Supervisor supervisor, String words, Reviewed done, String back) {
        Page page = supervisor.page();
        String said =
                page.say(words, done.taken()) + (done.parked() > 0 ? page.say("review.parked", done.parked()) : "");
        return pages.goTo(back, done.canBeUndone() ? Notice.of(said, undo(page, done, back)) : Notice.of(said));
    }

    private static String undo(Page page, Reviewed done, String back) {
        return page.in("/review/undo/" + done.saveId() + "?first=" + done.firstRevision() + "&last="
                + done.lastRevision() + "&back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    }

    private HttpResponse<?> nothingTicked(Supervisor supervisor, FormFields entered) {
        return pages.goTo(back(supervisor, entered), Notice.of(supervisor.page().say("review.nothing_ticked")));
    }

    private static List<RecordKey> ticked(Supervisor supervisor, FormFields entered) {
        List<RecordKey> records = RecordRef.all(supervisor.teamId(), entered);
        if (records.isEmpty()) {
            throw new NotThereException();
        }
        return records;
    }

    private static Optional<Integer> field(FormFields entered) {
        return entered.text("field").filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf);
    }

    private static long number(FormFields fields, String name) {
        return fields.text(name)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(0L);
    }

    /** Where somebody came from, if that is in this team. */
    private static String back(Supervisor supervisor, FormFields entered) {
        Page page = supervisor.page();
        return entered.text("back")
                .filter(address -> address.startsWith(page.in("/")) || address.equals(page.in("")))
                .orElse(page.in("/review"));
    }
}
