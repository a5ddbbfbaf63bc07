package tsunagi.server.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tsunagi.server.words.Language;

/** The table that explains the columns of the tables beside it. */
final class CodeBook implements ExportTable {
    private static final int LETTERS = 26;

    private final Language language;
    private final List<ExportTable> tables = new ArrayList<>();

    CodeBook(Language language) {
        this.language = language;
    }

    void add(ExportTable table) {
        tables.add(table);
    }

    @Override
    public String key() {
        return "code_book";
    }

    @Override
    public String title() {
        return Said.CODE_BOOK.in(language);
    }

    @Override
    public List<ExportColumn> columns() {
        return List.of(
                text("table", Said.TABLE),
                text("column", Said.COLUMN),
                text("heading", Said.HEADING),
                text("id", Said.ID),
                text("kind", Said.KIND),
                text("explanation", Said.EXPLANATION),
                text("unit", Said.UNIT),
                text("choices", Said.CHOICES));
    }

    private ExportColumn text(String id, Said heading) {
        return ExportColumn.of(id, heading.in(language), ExportColumn.Kind.TEXT);
    }

    @Override
    public RowPages rows() {
        List<List<Cell>> rows = new ArrayList<>();
        for (ExportTable table : tables) {
            for (int i = 0; i < table.columns().size(); i++) {
                rows.add(row(table, i));
            }
        }
        return RowPages.of(rows);
    }

    private List<Cell> row(ExportTable table, int place) {
        ExportColumn column = table.columns().get(place);
        return List.of(
                Cell.text(table.title()),
                Cell.text(letters(place)),
                Cell.text(column.heading()),
                Cell.text(table.key() + "." + column.id()),
                Cell.text(Said.kind(column.kind()).in(language)),
                Cell.text(column.explanation()),
                Cell.text(column.unit()),
                Cell.text(column.choices().stream()
                        .map(choice -> choice.word() + "＝" + choice.code())
                        .collect(Collectors.joining("\n"))));
    }

    /** A column as spreadsheets call it: A, B, … Z, AA. */
    static String letters(int place) {
        String last = String.valueOf((char) ('A' + place % LETTERS));
        return place < LETTERS ? last : letters(place / LETTERS - 1) + last;
    }
}
