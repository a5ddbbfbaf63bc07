package tsunagi.server.console.sheet;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import tsunagi.record.RecordSchemas;
import tsunagi.server.admin.ServerData;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.figures.FigurePage;
import tsunagi.server.plaintables.PlainTables;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.words.DayWords;
import tsunagi.server.words.Language;

/** The yearly report (年度報告): all figures of a year as one document. */
@Controller("/teams/{team}/sheets/year-report")
@ExecuteOn(TaskExecutors.BLOCKING)
final class YearReportPages {
    private final Database database;
    private final Clock clock;
    private final Pages pages;

    YearReportPages(ServerData data, Clock clock, Pages pages) {
        this.database = data.database();
        this.clock = clock;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Supervisor supervisor) {
        int year = Years.asked(supervisor.page(), Today.by(clock));
        DayWords days = DayWords.in(Language.JAPANESE);
        FigurePage figures = FigurePage.read(
                database,
                new PlainTables(database, new RecordRows(), RecordSchemas.standard()),
                supervisor.team(),
                year);
        return pages.show(
                supervisor.page(),
                "sheet/year_report.jte",
                new YearReport(
                        year,
                        days.fiscalYear(year),
                        supervisor.team().name(),
                        Today.words(clock),
                        figures.asOf()
                                .receivedAt()
                                .map(at -> days.moment(at.toEpochMilli()))
                                .orElse("―"),
                        YearReport.parts(figures.figures())));
    }
}
