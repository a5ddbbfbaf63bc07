package tsunagi.server.console.window;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import tsunagi.server.admin.ServerData;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Supervisor;

/** Shows what came in at the window, approaches, and what is booked when. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class WindowPages {
    private final Pages pages;
    private final RequestReader requests;
    private final ApproachesReader approaches;
    private final AgendaPage agenda;

    WindowPages(Pages pages, ServerData data, Clock clock) {
        this.pages = pages;
        this.requests = new RequestReader(data.database(), clock);
        this.approaches = new ApproachesReader(data.database(), clock);
        this.agenda = new AgendaPage(data.database(), clock);
    }

    @Get("/teams/{team}/window")
    HttpResponse<?> requests(Supervisor supervisor) {
        return pages.show(
                supervisor.page(), "window/requests.jte", requests.all(supervisor.page(), supervisor.teamId()));
    }

    @Get("/teams/{team}/window/requests/{id}")
    HttpResponse<?> request(Supervisor supervisor, @PathVariable UUID id) {
        return pages.show(
                supervisor.page(),
                "window/request.jte",
                requests.one(supervisor.page(), supervisor.teamId(), id, Optional.empty()));
    }

    @Get("/teams/{team}/window/approaches")
    HttpResponse<?> approaches(Supervisor supervisor) {
        return pages.show(
                supervisor.page(), "window/approaches.jte", approaches.board(supervisor.page(), supervisor.teamId()));
    }

    @Get("/teams/{team}/window/agenda")
    HttpResponse<?> agenda(Supervisor supervisor) {
        FormFields asked = FormFields.of("?" + supervisor.page().query());
        YearMonth month = asked.text("month").flatMap(WindowPages::month).orElse(YearMonth.from(agenda.today()));
        return pages.show(
                supervisor.page(),
                "window/agenda.jte",
                agenda.month(supervisor.page(), supervisor.teamId(), month, asked.text("body")));
    }

    /** A link may have been cut; then it is this month. */
    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
