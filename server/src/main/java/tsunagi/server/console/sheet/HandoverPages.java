package tsunagi.server.console.sheet;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import tsunagi.server.admin.ServerData;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.Notice;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.handover.Handover;
import tsunagi.server.handover.HandoverReading;
import tsunagi.server.handover.Introductions;
import tsunagi.server.storage.Database;

/** The hand-over to a successor: on a page, printed, and as a file to take along. */
@Controller("/teams/{team}/sheets/handover")
@ExecuteOn(TaskExecutors.BLOCKING)
final class HandoverPages {
    private static final String STYLE = "/tsunagi/server/console/assets/sheet.css";

    private final Database database;
    private final Clock clock;
    private final Pages pages;

    HandoverPages(ServerData data, Clock clock, Pages pages) {
        this.database = data.database();
        this.clock = clock;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Supervisor supervisor) {
        return pages.show(supervisor.page(), "sheet/handover.jte", paper(supervisor, false));
    }

    @Get("/file")
    HttpResponse<?> file(Supervisor supervisor) {
        String file = pages.text(supervisor.page(), "sheet/handover_file.jte", paper(supervisor, true));
        return HttpResponse.ok(file.getBytes(StandardCharsets.UTF_8))
                .contentType(MediaType.of("text/html; charset=utf-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"handover-" + Today.by(clock) + ".html\"");
    }

    /** Keeps to whom the successor was introduced. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> keep(Supervisor supervisor, @Body String body) {
        FormFields entered = FormFields.of("?" + body);
        database.<Void>write(connection -> {
            Introductions.keep(
                    connection,
                    supervisor.teamId().toString(),
                    Set.copyOf(entered.all("shown")),
                    Set.copyOf(entered.all("introduced")),
                    supervisor.personId(),
                    clock.millis());
            return null;
        });
        return pages.goTo(
                supervisor.page().in("/sheets/handover"),
                Notice.of(supervisor.page().say("sheet.introductions_kept")));
    }

    private HandoverPaper paper(Supervisor supervisor, boolean isFile) {
        Handover handover = database.read(connection ->
                new HandoverReading(connection, supervisor.teamId().toString(), Today.by(clock)).read());
        return new HandoverPaper(handover, supervisor.team().name(), Today.words(clock), isFile, isFile ? style() : "");
    }

    private static String style() {
        try (InputStream file = HandoverPages.class.getResourceAsStream(STYLE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
