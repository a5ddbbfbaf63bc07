package tsunagi.server.admin;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tsunagi.record.RecordSchemas;
import tsunagi.server.figures.Figure;
import tsunagi.server.figures.FigurePage;
import tsunagi.server.plaintables.PlainTables;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.team.Team;
import tsunagi.server.team.Teams;

/** Prints the figures that people must report. */
@Command(
        name = "figures",
        description = "年度の数字を示します(延べ・実)。 / Prints the figures of a fiscal year, with small groups hidden.")
final class FiguresCommand implements Callable<Integer> {
    @Mixin
    private Configured configured;

    @Option(names = "--team", paramLabel = "TEAM", description = "id or name; all teams when left out")
    private Optional<String> team = Optional.empty();

    @Option(
            names = "--year",
            paramLabel = "YEAR",
            required = true,
            description = "fiscal year: 2024 is April 2024 to March 2025")
    private int year;

    @Option(names = "--json", description = "one JSON object a figure and line")
    private boolean isJson;

    @Option(names = "--csv", description = "comma-separated, with a line of names")
    private boolean isCsv;

    @Override
    public Integer call() {
        List<FigurePage> pages = configured.withData(this::pages);
        PrintWriter out = configured.out();
        if (isCsv) {
            out.println("team,chapter,name,counting,value,tables_behind");
        }
        pages.forEach(page -> print(out, page));
        out.flush();
        return 0;
    }

    private List<FigurePage> pages(ServerData data) {
        PlainTables tables = new PlainTables(data.database(), new RecordRows(), RecordSchemas.standard());
        if (tables.prepare()) {
            // Where no server has run since the program was changed, nobody else does it.
            tables.behind().forEach(tables::catchUp);
        }
        List<Team> teams = data.database().read(connection -> {
            Directory directory = new Directory(connection);
            return team.isPresent() ? List.of(directory.team(team.get())) : new Teams().all(connection);
        });
        return teams.stream()
                .map(each -> FigurePage.read(data.database(), tables, each, year))
                .toList();
    }

    private void print(PrintWriter out, FigurePage page) {
        if (isJson) {
            page.figures().forEach(figure -> out.println(Json.object(properties(page, figure))));
        } else if (isCsv) {
            page.figures()
                    .forEach(figure -> out.println(String.join(
                            ",",
                            properties(page, figure).values().stream()
                                    .map(FiguresCommand::cell)
                                    .toList())));
        } else {
            page.lines().forEach(out::println);
            out.println();
        }
    }

    private static Map<String, Object> properties(FigurePage page, Figure figure) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("team", page.team().name());
        properties.put("chapter", figure.chapter());
        properties.put("name", figure.name());
        properties.put("counting", figure.counting());
        properties.put("value", figure.value());
        properties.put("tables_behind", page.asOf().lag());
        return properties;
    }

    private static String cell(Object value) {
        return '"' + value.toString().replace("\"", "\"\"") + '"';
    }
}
