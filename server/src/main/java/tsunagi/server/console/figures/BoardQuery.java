package tsunagi.server.console.figures;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.figures.Split;
import tsunagi.server.figures.SplitBy;

/**
 * What somebody asks of the board, as it stands behind the question mark.
 *
 * @param year the fiscal year; empty for the newest there is
 * @param by how the work is split
 * @param of the part that is looked at by itself; empty for all of them
 */
record BoardQuery(Optional<Integer> year, SplitBy by, String of) {
    private static final int LENGTH_MAX = 200;

    static BoardQuery of(String query) {
        FormFields fields = FormFields.of("?" + query);
        SplitBy by = fields.text("by").flatMap(SplitBy::find).orElse(SplitBy.TOTAL);
        return new BoardQuery(
                fields.text("year").filter(year -> year.matches("\\d{4}")).map(Integer::valueOf),
                by,
                by == SplitBy.TOTAL
                        ? ""
                        : fields.text("of")
                                .filter(of -> of.length() <= LENGTH_MAX)
                                .orElse(""));
    }

    BoardQuery in(int fiscalYear) {
        return new BoardQuery(Optional.of(fiscalYear), by, of);
    }

    BoardQuery with(Split part) {
        return new BoardQuery(year, part.by(), part.value());
    }

    /** The part of the work that all figures are of. */
    Split split() {
        return of.isEmpty() ? Split.TOTAL : new Split(by, of);
    }

    /** By what the parts are told one by one. */
    SplitBy listed() {
        return of.isEmpty() ? by : SplitBy.TOTAL;
    }

    String text() {
        StringBuilder text =
                new StringBuilder("year=" + year.map(String::valueOf).orElse(""));
        if (by != SplitBy.TOTAL) {
            text.append("&by=").append(by.key());
        }
        if (!of.isEmpty()) {
            text.append("&of=").append(URLEncoder.encode(of, StandardCharsets.UTF_8));
        }
        return text.toString();
    }
}
