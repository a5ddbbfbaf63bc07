package tsunagi.server.console.sheet;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import tsunagi.records.v1.RecordType;
import tsunagi.server.admin.ServerData;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.search.PagePlace;
import tsunagi.server.search.RecordFilter;
import tsunagi.server.search.RecordPage;
import tsunagi.server.search.RecordSearch;

/** The way in to all papers: what is made for a workplace, and what is made for the team. */
@Controller("/teams/{team}/sheets")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SheetPages {
    private static final int WORKPLACES_OF_A_PAGE = 30;

    private final RecordSearch search;
    private final Clock clock;
    private final Pages pages;

    SheetPages(ServerData data, Clock clock, Pages pages) {
        this.search = new RecordSearch(data.database());
        this.clock = clock;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> index(Supervisor supervisor) {
        FormFields query = FormFields.of("?" + supervisor.page().query());
        String text = query.text("text").orElse("");
        RecordPage found = search.page(
                RecordFilter.of(supervisor.teamId())
                        .ofTypes(RecordType.RECORD_TYPE_WORKPLACE)
                        .withText(text),
                PagePlace.fromQuery(query.asMap()),
                WORKPLACES_OF_A_PAGE);
        int year = Years.asked(supervisor.page(), Today.by(clock));
        String rest = "?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&";
        return pages.show(
                supervisor.page(),
                "sheet/index.jte",
                new SheetIndex(text, year, found.rows(), found.next().map(place -> rest + place.toQuery())));
    }
}
