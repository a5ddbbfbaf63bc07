package tsunagi.server.console.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagi.server.figures.Figure;

/**
 * The figures of a year in the order of a report: structure, process, output, outcome.
 *
 * @param parts the figures by part and chapter
 * @param received up to when records had come in
 */
public record YearReport(
        int startingYear,
        String fiscalYear,
        String team,
        String printedOn,
        String received,
        Map<String, Map<String, List<Figure>>> parts) {
    private static final Set<String> STRUCTURE = Set.of("計画と実績", "従事時間", "会議の評価");
    private static final Set<String> PROCESS = Set.of("働きかけ", "紹介・つなぎ", "次の約束", "依頼");
    private static final Set<String> OUTCOME = Set.of("満足度", "前後比較", "事業場の取組");
    private static final List<String> PARTS = List.of("構造", "過程", "実施量", "成果");

    static Map<String, Map<String, List<Figure>>> parts(List<Figure> figures) {
        Map<String, Map<String, List<Figure>>> parts = new LinkedHashMap<>();
        PARTS.forEach(part -> parts.put(part, new LinkedHashMap<>()));
        for (Figure figure : figures) {
            parts.get(part(figure))
                    .computeIfAbsent(figure.chapter(), unused -> new ArrayList<>())
                    .add(figure);
        }
        return parts;
    }

    private static String part(Figure figure) {
        if (STRUCTURE.contains(figure.chapter())) {
            return "構造";
        }
        if (PROCESS.contains(figure.chapter())) {
            return "過程";
        }
        boolean isOutcome = OUTCOME.contains(figure.chapter())
                || figure.counting().equals("組")
                || figure.name().contains("のみ: ");
        return isOutcome ? "成果" : "実施量";
    }

    /** Whether a figure tells of what came in after the year was closed. */
    public static boolean isLate(Figure figure) {
        return figure.name().equals("締め後の追加")
                && !figure.value().equals("0")
                && !figure.value().equals("―");
    }
}
