package tsunagi.server.console.figures;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tsunagi.server.admin.ServerData;
import tsunagi.server.attachment.AttachmentStore;
import tsunagi.server.console.figures.BoardReading.Patience;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.NotThereException;
import tsunagi.server.console.page.Page;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.figures.Chapter;
import tsunagi.server.figures.Figure;
import tsunagi.server.figures.FigureSheet;
import tsunagi.server.figures.FigureTable;

/** The figures that people must report (集計): the board, its chapters, and its tables as files. */
@Controller("/teams/{team}/figures")
@ExecuteOn(TaskExecutors.BLOCKING)
final class FigurePages {
    private static final MediaType CSV = MediaType.of("text/csv; charset=utf-8");

    private final Pages pages;
    private final ServerData data;
    private final BoardReading reading;

    FigurePages(Pages pages, ServerData data, AttachmentStore files, Clock clock) {
        this.pages = pages;
        this.data = data;
        this.reading = new BoardReading(data, files, clock);
    }

    @Get
    HttpResponse<?> board(Supervisor supervisor) {
        Page page = supervisor.page();
        Board board = reading.board(page, BoardQuery.of(page.query()), Optional.empty(), patience(page.query()));
        return pages.show(page, "figures/board.jte", board);
    }

    /** Who reads without scripts asks for all at once. */
    private static Patience patience(String query) {
        return switch (FormFields.of("?" + query).text("at_once").orElse("")) {
            case "all" -> Patience.ENDLESS;
            case "none" -> Patience.NONE;
            default -> Patience.OF_A_READER;
        };
    }

    /** All figures as `./tsunagi figures` lists them. */
    @Get("/csv")
    HttpResponse<byte[]> list(Supervisor supervisor) {
        Page page = supervisor.page();
        int year = reading.year(page, BoardQuery.of(page.query()));
        List<Figure> figures = data.database()
                .read(connection ->
                        FigureSheet.of(connection, supervisor.teamId().toString(), year));
        List<String> heads = List.of(
                page.say("figures.file.chapter"),
                page.say("figures.file.name"),
                page.say("figures.file.counting"),
                page.say("figures.file.value"));
        return file(FigureFile.of(heads, figures), page.say("figures.file.list"), year);
    }

    /** A chapter by itself, or to be put into the board. */
    @Get("/{chapter}")
    HttpResponse<?> chapter(Supervisor supervisor, String chapter, HttpRequest<?> request) {
        Page page = supervisor.page();
        Chapter found = Chapter.find(chapter).orElseThrow(NotThereException::new);
        BoardQuery query = BoardQuery.of(page.query());
        if (request.getHeaders().contains("HX-Request")) {
            return pages.show(page, "figures/chapter.jte", reading.part(page, query, found));
        }
        return pages.show(page, "figures/board.jte", reading.board(page, query, Optional.of(found), Patience.ENDLESS));
    }

    @Get("/{chapter}/{table}/csv")
    HttpResponse<byte[]> table(Supervisor supervisor, String chapter, String table) {
        Page page = supervisor.page();
        Chapter found = Chapter.find(chapter).orElseThrow(NotThereException::new);
        BoardQuery query = BoardQuery.of(page.query());
        FigureTable wanted = reading.part(page, query, found).chapter().orElseThrow().tables().stream()
                .filter(each -> each.key().equals(table))
                .findFirst()
                .orElseThrow(NotThereException::new);
        return file(FigureFile.of(wanted), wanted.title(), reading.year(page, query));
    }

    private static HttpResponse<byte[]> file(byte[] content, String title, int year) {
        String name = URLEncoder.encode(title + "_" + year + ".csv", StandardCharsets.UTF_8)
                .replace("+", "%20");
        return HttpResponse.ok(content)
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"figures_" + year + ".csv\"; filename*=UTF-8''" + name);
    }
}
