package tsunagi.server.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.xlsform.Spreadsheet;

/**
 * The rows of a file under their columns.
 *
 * @param rows those below the headings that say anything
 * @param unknown headings that mean nothing here, by their place in the sheet from 0
 * @param remarks about the file as a whole
 */
record ImportTable(List<ImportRow> rows, Map<Integer, String> unknown, List<Remark> remarks) {
    /** Above the headings there may be a title and remarks. */
    private static final int LINES_ABOVE_MAX = 10;

    /** Reads the first sheet that has headings; cells under unknown headings stand under the heading itself. */
    static ImportTable of(Spreadsheet.Readable file, List<ImportColumn> known) {
        Optional<Found> best = Optional.empty();
        for (Spreadsheet.Sheet sheet : file.sheets()) {
            Optional<Found> here = find(sheet, known);
            if (here.isPresent()
                    && (best.isEmpty() || here.get().weight() > best.get().weight())) {
                best = here;
            }
        }
        return best.map(found -> found.read(known))
                .orElseGet(() -> new ImportTable(List.of(), Map.of(), List.of(nothing(known))));
    }

    private static Optional<Found> find(Spreadsheet.Sheet sheet, List<ImportColumn> known) {
        Optional<Found> best = Optional.empty();
        for (Spreadsheet.Line line :
                sheet.lines().stream().limit(LINES_ABOVE_MAX).toList()) {
            Found found = new Found(sheet, line, Headings.of(line.cells(), known));
            boolean isOne = !found.headings().columns().isEmpty();
            if (isOne && (best.isEmpty() || found.weight() > best.get().weight())) {
                best = Optional.of(found);
            }
        }
        return best;
    }

    private static Remark nothing(List<ImportColumn> known) {
        List<String> headings = known.stream()
                .filter(ImportColumn::isRequired)
                .map(ImportColumn::heading)
                .toList();
        return new Remark(
                0,
                "",
                true,
                "見出しの行が見つかりません。最初の行に「" + String.join("」「", headings)
                        + "」などの見出しを入れてください(ひな形: ./tsunagi import template)。",
                "There is no line of headings. Put headings such as these into the first line (./tsunagi import template).");
    }

    /** A line that has headings. */
    private record Found(Spreadsheet.Sheet sheet, Spreadsheet.Line line, Headings headings) {
        /** Required headings count more than others. */
        int weight() {
            return headings.columns().values().stream()
                    .mapToInt(column -> column.isRequired() ? 100 : 1)
                    .sum();
        }

        ImportTable read(List<ImportColumn> known) {
            List<Remark> remarks = new ArrayList<>();
            known.stream()
                    .filter(column -> column.isRequired() && !headings.has(column))
                    .forEach(column -> remarks.add(new Remark(
                            line.number(),
                            "",
                            true,
                            "「" + column.heading() + "」の列がありません。見出しを直すか、列を加えてください。",
                            "There is no column '" + column.key() + "'. Add it, or mend its heading.")));
            Map<String, String> places = places();
            List<ImportRow> rows = sheet.lines().stream()
                    .filter(each -> each.number() > line.number())
                    .map(each -> new ImportRow(each.number(), cells(each), places))
                    .filter(row -> !row.cells().isEmpty())
                    .toList();
            rows.forEach(this::tellOfCells);
            return new ImportTable(rows, headings.unknown(), remarks);
        }

        /** A cell that holds an error must not pass for an empty one. */
        private void tellOfCells(ImportRow row) {
            sheet.issues().stream()
                    .filter(issue -> issue.cell().row() == row.number() && issue.isError())
                    .forEach(issue ->
                            row.refuse("", issue.wording().ja(), issue.wording().en()));
        }

        private Map<String, String> places() {
            Map<String, String> places = new HashMap<>();
            headings.columns().forEach((place, column) -> places.put(column.key(), place(place)));
            headings.unknown().forEach((place, heading) -> places.put(heading, place(place)));
            return places;
        }

        private String place(int place) {
            return Spreadsheet.letters(place) + " (" + line.cells().get(place) + ")";
        }

        private Map<String, String> cells(Spreadsheet.Line row) {
            Map<String, String> cells = new LinkedHashMap<>();
            row.cells().forEach((place, value) -> {
                ImportColumn column = headings.columns().get(place);
                String heading = column == null ? headings.unknown().get(place) : column.key();
                if (heading != null) {
                    cells.put(heading, value);
                }
            });
            return cells;
        }
    }
}
