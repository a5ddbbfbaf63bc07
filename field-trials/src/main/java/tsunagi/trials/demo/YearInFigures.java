package tsunagi.trials.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import tsunagi.record.RecordSchemas;
import tsunagi.server.figures.FigurePage;
import tsunagi.server.plaintables.PlainTables;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.team.Team;
import tsunagi.server.team.Teams;

/** What the story comes to: the figures that its two teams owe for the year, read from the views like any report. */
final class YearInFigures {
    private static final int FISCAL_YEAR = 2024;
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(100);
    private static final int LOOKS_MAX = 600;

    private final Database database;
    private final PlainTables tables;

    YearInFigures(Database database) {
        this.database = database;
        this.tables = new PlainTables(database, new RecordRows(), RecordSchemas.standard());
    }

    void print(PrintWriter out) throws InterruptedException {
        awaitTables();
        List<Team> teams = database.read(new Teams()::all);
        for (Team team : teams) {
            out.println();
            FigurePage.read(database, tables, team, FISCAL_YEAR).lines().forEach(out::println);
        }
        out.flush();
    }

    /** The tables follow within a second or two; a page that was read too early says so itself. */
    private void awaitTables() throws InterruptedException {
        for (int look = 0; look < LOOKS_MAX && !tables.behind().isEmpty(); look++) {
            Thread.sleep(LOOK_INTERVAL.toMillis());
        }
    }
}
