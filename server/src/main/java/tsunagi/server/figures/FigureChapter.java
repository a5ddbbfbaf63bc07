package tsunagi.server.figures;

import java.util.List;

/**
 * A chapter of the board with its tables.
 *
 * @param lead what it answers, in a sentence
 * @param notes what a reader must know, and how to get what is missing
 */
public record FigureChapter(Chapter chapter, String title, String lead, List<FigureTable> tables, List<String> notes) {
    /** Tables without a row say nothing and are left away. */
    public FigureChapter {
        tables = tables.stream().filter(table -> !table.rows().isEmpty()).toList();
        notes = List.copyOf(notes);
    }

    public boolean isEmpty() {
        return tables.isEmpty();
    }
}
