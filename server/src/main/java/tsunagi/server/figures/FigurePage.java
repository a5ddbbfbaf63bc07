package tsunagi.server.figures;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tsunagi.calendar.JapaneseDays;
import tsunagi.server.plaintables.AsOf;
import tsunagi.server.plaintables.PlainTables;
import tsunagi.server.storage.Database;
import tsunagi.server.team.Team;

/**
 * The figures of one team and fiscal year, with what they stand on.
 *
 * @param asOf how far the plain tables followed when they were read
 */
public record FigurePage(Team team, int fiscalYear, AsOf asOf, List<Figure> figures) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    public static FigurePage read(Database database, PlainTables tables, Team team, int fiscalYear) {
        // Asked before the figures are read: they may hold more than it says, never less.
        AsOf asOf = tables.asOf(team.id());
        List<Figure> figures =
                database.read(connection -> FigureSheet.of(connection, team.id().toString(), fiscalYear));
        return new FigurePage(team, fiscalYear, asOf, figures);
    }

    /** The page as people read it. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(team.name() + "  " + fiscalYear + "年度  (" + received() + behind() + ")");
        byChapter().forEach((chapter, some) -> {
            lines.add("  " + chapter);
            some.forEach(figure -> lines.add("    " + line(figure)));
        });
        return lines;
    }

    private Map<String, List<Figure>> byChapter() {
        return figures.stream()
                .collect(Collectors.groupingBy(Figure::chapter, LinkedHashMap::new, Collectors.toList()));
    }

    private static String line(Figure figure) {
        String counting = figure.counting().isEmpty() ? "" : "(" + figure.counting() + ")";
        return figure.name() + counting + "  " + figure.value();
    }

    private String received() {
        return asOf.receivedAt()
                .map(at -> MINUTE.format(at.atZone(JapaneseDays.TIME)) + " までに届いた記録")
                .orElse("まだ何も届いていません");
    }

    private String behind() {
        return asOf.lag() == 0 ? "" : "。あと " + asOf.lag() + " 件の変更が未反映";
    }
}
