package tsunagi.server.console.sheet;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import tsunagi.server.admin.ServerData;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.NotThereException;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.sheet.Certificate;
import tsunagi.server.sheet.CertificateReading;
import tsunagi.server.storage.Database;
import tsunagi.server.words.DayWords;
import tsunagi.server.words.Language;

/** What was done for a workplace, on one page for its certification (実施証明). */
@Controller("/teams/{team}/sheets/certificate/{workplace}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CertificatePages {
    private final Database database;
    private final Clock clock;
    private final Pages pages;

    CertificatePages(ServerData data, Clock clock, Pages pages) {
        this.database = data.database();
        this.clock = clock;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Supervisor supervisor, @PathVariable UUID workplace) {
        int year = Years.asked(supervisor.page(), Today.by(clock));
        Certificate all = database.read(connection -> new CertificateReading(
                                connection, supervisor.teamId().toString(), year)
                        .of(workplace.toString()))
                .orElseThrow(NotThereException::new);
        Optional<String> only = FormFields.of("?" + supervisor.page().query()).text("only");
        Certificate certificate = all.only(only);
        if (only.isPresent() && certificate.deeds().isEmpty()) {
            throw new NotThereException();
        }
        return pages.show(
                supervisor.page(),
                "sheet/certificate.jte",
                new CertificatePaper(
                        all,
                        certificate,
                        only.isPresent(),
                        DayWords.in(Language.JAPANESE).fiscalYear(year),
                        supervisor.team().name(),
                        Today.words(clock)));
    }
}
