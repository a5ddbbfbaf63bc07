package tsunagi.server.console.review;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import tsunagi.record.RecordKey;
import tsunagi.server.admin.ServerData;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.NotThereException;
import tsunagi.server.console.page.Page;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.review.AskedQuestion;
import tsunagi.server.review.ReviewList;
import tsunagi.server.review.ReviewLists;
import tsunagi.server.review.ReviewOf;
import tsunagi.server.review.UnseenRecord;
import tsunagi.server.storage.Database;
import tsunagi.server.words.DatabaseNames;

/** Shows what was asked back and answered, what nobody has looked at, and what is left out of totals. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReviewPages {
    private static final int ROWS = 50;
    private static final String LIST = "review/list.jte";

    private final Database database;
    private final ReviewLists lists;
    private final Pages pages;

    ReviewPages(ServerData data, Pages pages) {
        this.database = data.database();
        this.lists = new ReviewLists(data.database());
        this.pages = pages;
    }

    @Get("/teams/{team}/review")
    HttpResponse<?> open(Supervisor supervisor) {
        ReviewList<AskedQuestion> list = lists.open(supervisor.teamId(), after(supervisor), ROWS);
        return questions(supervisor, "open", list);
    }

    @Get("/teams/{team}/review/answered")
    HttpResponse<?> answered(Supervisor supervisor) {
        ReviewList<AskedQuestion> list = lists.answered(supervisor.teamId(), after(supervisor), ROWS);
        return questions(supervisor, "answered", list);
    }

    @Get("/teams/{team}/review/unseen")
    HttpResponse<?> unseen(Supervisor supervisor) {
        ReviewList<UnseenRecord> list = lists.unseen(supervisor.teamId(), after(supervisor), ROWS);
        List<RecordRow> rows = words(supervisor, words -> words.unseen(list.rows()));
        return pages.show(supervisor.page(), LIST, page(supervisor, "unseen", List.of(), rows, list.next()));
    }

    @Get("/teams/{team}/review/left-out")
    HttpResponse<?> leftOut(Supervisor supervisor) {
        ReviewList<ReviewOf> list = lists.leftOut(supervisor.teamId(), after(supervisor), ROWS);
        List<RecordRow> rows = words(supervisor, words -> words.leftOut(list.rows()));
        return pages.show(supervisor.page(), LIST, page(supervisor, "left-out", List.of(), rows, list.next()));
    }

    @Get("/teams/{team}/review/records/{ref}")
    HttpResponse<?> record(Supervisor supervisor, String ref) {
        RecordKey key = RecordRef.parse(supervisor.teamId(), ref).orElseThrow(NotThereException::new);
        RecordPage model = database.read(connection -> new RecordLook(supervisor.page(), connection).of(key));
        return pages.show(supervisor.page(), "review/record.jte", model);
    }

    private HttpResponse<?> questions(Supervisor supervisor, String tab, ReviewList<AskedQuestion> list) {
        List<QuestionRow> rows =
                words(supervisor, words -> words.questions(list.rows(), lists.news(supervisor.teamId(), list.rows())));
        return pages.show(supervisor.page(), LIST, page(supervisor, tab, rows, List.of(), list.next()));
    }

    private ListPage page(
            Supervisor supervisor,
            String tab,
            List<QuestionRow> questions,
            List<RecordRow> records,
            Optional<String> next) {
        UUID teamId = supervisor.teamId();
        Page page = supervisor.page();
        OptionalLong since = lists.since(teamId);
        return new ListPage(
                tab,
                lists.counts(teamId),
                questions,
                records,
                since.isPresent(),
                since.isPresent() ? page.days().moment(since.getAsLong()) : "",
                next.map(place -> page.path() + "?after=" + URLEncoder.encode(place, StandardCharsets.UTF_8)),
                after(supervisor).isEmpty());
    }

    private <T> T words(Supervisor supervisor, Function<ReviewWords, T> said) {
        Page page = supervisor.page();
        return database.read(connection ->
                said.apply(new ReviewWords(page, new DatabaseNames(connection, supervisor.teamId(), page.language()))));
    }

    private static Optional<String> after(Supervisor supervisor) {
        return FormFields.of("?" + supervisor.page().query()).text("after");
    }
}
