package tsunagi.server.console.export;

import com.fasterxml.uuid.Generators;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import tsunagi.server.admin.ServerData;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.NotThereException;
import tsunagi.server.console.page.Page;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.export.Export;
import tsunagi.server.export.ExportFormat;
import tsunagi.server.export.ExportLog;
import tsunagi.server.export.Exports;
import tsunagi.server.form.PublishedForms;
import tsunagi.server.search.RecordFilter;

/** Takes records and answers out as files. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class ExportPages {
    private final Pages pages;
    private final Exports exports;
    private final ExportLog log;
    private final ExportChoices choices;

    ExportPages(Pages pages, ServerData data, Clock clock) {
        this.pages = pages;
        this.exports = new Exports(data.database(), PublishedForms.in(data.database()));
        this.log = new ExportLog(data.database(), clock, Generators.timeBasedEpochGenerator()::generate);
        this.choices = new ExportChoices(data.database(), log, clock);
    }

    /** The page; a filter behind the question mark is what a list of records showed. */
    @Get("/teams/{team}/exports")
    HttpResponse<?> choose(Supervisor supervisor) {
        RecordFilter filter = filter(supervisor, supervisor.page().query());
        return pages.show(supervisor.page(), "export/exports.jte", choices.shown(supervisor, filter, Optional.empty()));
    }

    @Post("/teams/{team}/exports/records")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> records(Supervisor supervisor, @Body String body) {
        RecordFilter filter = filter(supervisor, body);
        Optional<ExportFormat> format = format(body);
        if (format.isEmpty()) {
            return refuse(supervisor, filter, "export.trouble.format");
        }
        Export export = exports.records(filter, supervisor.page().language());
        return file(supervisor, export, filter.toQuery(), format.get(), false);
    }

    @Post("/teams/{team}/exports/sheets")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> sheets(Supervisor supervisor, @Body String body) {
        FormFields entered = FormFields.of("?" + body);
        Optional<ExportFormat> format = format(body);
        Optional<String> round = entered.text("round");
        if (format.isEmpty() || round.isEmpty()) {
            String trouble = round.isEmpty() ? "export.trouble.round" : "export.trouble.format";
            return refuse(supervisor, filter(supervisor, ""), trouble);
        }
        boolean withFreeText = entered.has("free_text");
        Export export = exports.sheets(
                        supervisor.teamId(),
                        id(round.get()),
                        withFreeText,
                        supervisor.page().language())
                .orElseThrow(NotThereException::new);
        return file(supervisor, export, "round=" + round.get(), format.get(), withFreeText);
    }

    private HttpResponse<?> refuse(Supervisor supervisor, RecordFilter filter, String trouble) {
        return pages.refuse(
                supervisor.page(),
                HttpStatus.UNPROCESSABLE_ENTITY,
                "export/exports.jte",
                choices.shown(supervisor, filter, Optional.of(trouble)));
    }

    private MutableHttpResponse<StreamedFile> file(
            Supervisor supervisor, Export export, String filter, ExportFormat format, boolean withFreeText) {
        int tables = export.tables().size();
        var ending = log.begin(supervisor.teamId(), supervisor.personId(), export, filter, format, withFreeText);
        StreamedFile file =
                new StreamedFile(Exports.open(export, format, ending), MediaType.of(format.mediaType(tables)));
        return HttpResponse.ok(file)
                .header("Content-Disposition", disposition(supervisor.page(), export, format.ending(tables)));
    }

    /** The name twice: in letters that every browser knows, and as it is (RFC 5987). */
    private static String disposition(Page page, Export export, String ending) {
        String team = page.team().orElseThrow().name();
        String name = (team + "_" + export.name()).replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_") + "." + ending;
        return "attachment; filename=\"tsunagi-" + export.plainName() + "." + ending + "\"; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A");
    }

    /** The team is always that of the address: another one in the query would be somebody else's. */
    private static RecordFilter filter(Supervisor supervisor, String query) {
        var values = new HashMap<>(FormFields.of("?" + query).asMap());
        values.remove("team");
        return RecordFilter.fromQuery(values, supervisor.teamId());
    }

    private static Optional<ExportFormat> format(String body) {
        return FormFields.of("?" + body).text("format").flatMap(ExportFormat::find);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotThereException();
        }
    }
}
