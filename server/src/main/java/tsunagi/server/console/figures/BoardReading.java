package tsunagi.server.console.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.calendar.FiscalYear;
import tsunagi.calendar.JapaneseDays;
import tsunagi.record.RecordSchemas;
import tsunagi.server.admin.ServerData;
import tsunagi.server.attachment.AttachmentStore;
import tsunagi.server.console.figures.Board.Choice;
import tsunagi.server.console.page.Page;
import tsunagi.server.figures.Chapter;
import tsunagi.server.figures.FigureBoard;
import tsunagi.server.figures.FigureChapter;
import tsunagi.server.figures.SplitBy;
import tsunagi.server.form.PublishedForms;
import tsunagi.server.plaintables.AsOf;
import tsunagi.server.plaintables.PlainTables;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;

/** Reads what a page of the board shows. Thread-safe. */
final class BoardReading {
    private final Database database;
    private final PlainTables tables;
    private final PublishedLabels labels;
    private final Clock clock;

    BoardReading(ServerData data, AttachmentStore files, Clock clock) {
        this.database = data.database();
        this.tables = new PlainTables(database, new RecordRows(), RecordSchemas.standard());
        this.labels = new PublishedLabels(new PublishedForms(database, files));
        this.clock = clock;
    }

    /** Which chapters stand in the page at once: as many as are read within a time. */
    record Patience(Duration time) {
        static final Patience ENDLESS = new Patience(Duration.ofDays(1));
        static final Patience NONE = new Patience(Duration.ZERO);
        /** A page that takes longer feels slow; what is not read by then comes after it. */
        static final Patience OF_A_READER = new Patience(Duration.ofMillis(400));
    }

    Board board(Page page, BoardQuery asked, Optional<Chapter> only, Patience patience) {
        UUID teamId = page.team().orElseThrow().id();
        // Asked before the figures are read: they may hold more than it says, never less.
        AsOf asOf = tables.asOf(teamId);
        return database.read(connection -> {
            int year = year(connection, teamId, asked);
            BoardQuery query = asked.in(year);
            FigureBoard board = figures(connection, page, query);
            List<BoardPart> parts = new ArrayList<>();
            long startNs = System.nanoTime();
            for (Chapter chapter : only.map(List::of).orElseGet(() -> List.of(Chapter.values()))) {
                boolean isRead = System.nanoTime() - startNs < patience.time().toNanos();
                Optional<FigureChapter> read = isRead ? Optional.of(board.read(chapter)) : Optional.empty();
                parts.add(part(page, query, chapter, board.title(chapter), read));
            }
            return new Board(
                    year,
                    page.days().fiscalYear(year),
                    years(connection, page, year),
                    splits(page, query),
                    query.split().isTotal() ? Optional.empty() : Optional.of(board.name(query.split())),
                    query.by().key(),
                    query.of(),
                    asOf.receivedAt().map(Instant::toEpochMilli).map(page.days()::moment),
                    asOf.lag(),
                    parts,
                    page.in("/figures") + "?" + new BoardQuery(query.year(), SplitBy.TOTAL, "").text(),
                    page.in("/figures/csv?year=" + year),
                    only.isPresent());
        });
    }

    /** One chapter, to be put into a page that stands already, or into a file. */
    BoardPart part(Page page, BoardQuery asked, Chapter chapter) {
        UUID teamId = page.team().orElseThrow().id();
        return database.read(connection -> {
            BoardQuery query = asked.in(year(connection, teamId, asked));
            FigureChapter read = figures(connection, page, query).read(chapter);
            return part(page, query, chapter, read.title(), Optional.of(read));
        });
    }

    int year(Page page, BoardQuery asked) {
        return database.read(
                connection -> year(connection, page.team().orElseThrow().id(), asked));
    }

    private FigureBoard figures(Connection connection, Page page, BoardQuery query) {
        UUID teamId = page.team().orElseThrow().id();
        return new FigureBoard(
                connection,
                teamId,
                query.year().orElseThrow(),
                query.split(),
                query.listed(),
                page.language(),
                labels.of(teamId));
    }

    private static BoardPart part(
            Page page, BoardQuery query, Chapter chapter, String title, Optional<FigureChapter> read) {
        String address = page.in("/figures/" + chapter.key() + "?" + query.text());
        return new BoardPart(chapter.key(), title, read, address, query.text());
    }

    /** The one asked for; otherwise the newest for which anything was planned and that has begun. */
    private int year(Connection connection, UUID teamId, BoardQuery asked) throws SQLException {
        if (asked.year().isPresent()) {
            return asked.year().get();
        }
        int current = currentYear();
        return Sql.of(
                        connection,
                        "SELECT MAX(fiscal_year) AS fiscal_year FROM program WHERE team_id = ? AND fiscal_year <= ?",
                        teamId.toString(),
                        current)
                .first(row -> row.optionalNumber("fiscal_year"))
                .map(year -> (int) year.orElse(current))
                .orElse(current);
    }

    private List<Choice> years(Connection connection, Page page, int chosen) throws SQLException {
        int earliest = Sql.of(
                        connection,
                        "SELECT MIN(fiscal_year) AS fiscal_year FROM program WHERE team_id = ?",
                        page.team().orElseThrow().id().toString())
                .first(row -> row.optionalNumber("fiscal_year"))
                .map(year -> (int) year.orElse(chosen))
                .orElse(chosen);
        List<Choice> years = new ArrayList<>();
        for (int year = Math.max(currentYear(), chosen); year >= Math.min(earliest - 1, chosen); year--) {
            years.add(new Choice(Integer.toString(year), page.days().fiscalYear(year), year == chosen));
        }
        return years;
    }

    private static List<Choice> splits(Page page, BoardQuery query) {
        return Arrays.stream(SplitBy.values())
                .map(by -> new Choice(by.key(), page.say("figures.by." + by.key()), by == query.by()))
                .toList();
    }

    private int currentYear() {
        return FiscalYear.of(LocalDate.ofInstant(clock.instant(), JapaneseDays.TIME))
                .startingYear();
    }
}
