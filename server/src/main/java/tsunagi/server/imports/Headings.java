package tsunagi.server.imports;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tsunagi.name.Kana;

/**
 * Which columns of a sheet mean what.
 *
 * @param columns the columns found, by their place in the sheet from 0
 * @param unknown headings that mean nothing here, by their place
 */
record Headings(Map<Integer, ImportColumn> columns, Map<Integer, String> unknown) {
    /** Of these columns, as this row of the sheet has them. A heading that is there twice counts once. */
    static Headings of(Map<Integer, String> row, List<ImportColumn> known) {
        Map<Integer, ImportColumn> columns = new LinkedHashMap<>();
        Map<Integer, String> unknown = new HashMap<>();
        row.forEach((place, heading) -> {
            Optional<ImportColumn> column = find(heading, known).filter(found -> !columns.containsValue(found));
            column.ifPresentOrElse(found -> columns.put(place, found), () -> unknown.put(place, heading));
        });
        return new Headings(columns, unknown);
    }

    private static Optional<ImportColumn> find(String heading, List<ImportColumn> known) {
        return find(known, plain(heading)).or(() -> find(known, plain(withoutBrackets(heading))));
    }

    private static Optional<ImportColumn> find(List<ImportColumn> known, String plainHeading) {
        return known.stream().filter(column -> column.isMeantBy(plainHeading)).findFirst();
    }

    boolean has(ImportColumn column) {
        return columns.containsValue(column);
    }

    /** A heading without what people write now one way, now another: width, case, blanks, brackets. */
    static String plain(String heading) {
        return Kana.evenWidth(heading)
                .toLowerCase(Locale.ROOT)
                .replace("ー", "")
                .replaceAll("[\\s_\\-・/()\\[\\]【】「」*※:：?？]", "");
    }

    private static String withoutBrackets(String heading) {
        return Kana.evenWidth(heading).replaceAll("[(\\[【].*?[)\\]】]", "");
    }
}
