package tsunagi.server.console.today;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.util.List;
import tsunagi.server.admin.ServerData;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.Page;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.SignedIn;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.team.Team;

/** What arrived and what waits for the とりまとめ担当. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class TodayPages {
    private final Pages pages;
    private final TodayLook look;

    TodayPages(ServerData data, Pages pages, Clock clock) {
        this.pages = pages;
        this.look = new TodayLook(data.database(), clock);
    }

    /** The one team there is to look at, or the choice. */
    @Get("/")
    HttpResponse<?> start(SignedIn someone) {
        List<Team> teams = someone.viewer().teams();
        if (teams.size() == 1) {
            return pages.goTo("/teams/" + teams.get(0).id());
        }
        return pages.show(someone.page(), "today/teams.jte", teams);
    }

    @Get("/teams/{team}")
    HttpResponse<?> today(Supervisor supervisor) {
        Page page = supervisor.page();
        boolean isWeek = FormFields.of("?" + page.query())
                .text("days")
                .filter("7"::equals)
                .isPresent();
        return pages.show(page, "today/today.jte", look.at(page, isWeek));
    }
}
