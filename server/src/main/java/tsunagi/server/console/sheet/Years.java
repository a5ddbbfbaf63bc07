package tsunagi.server.console.sheet;

import java.time.LocalDate;
import tsunagi.calendar.FiscalYear;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.Page;

/** Which fiscal year a sheet is about. */
final class Years {
    /** In these first months of a year, sheets are mostly about the one that ended. */
    private static final int MONTHS_OF_LOOKING_BACK = 3;

    private Years() {}

    /** The year that the address names; otherwise the present one, or in spring the one before. */
    static int asked(Page page, LocalDate today) {
        return FormFields.of("?" + page.query())
                .text("year")
                .filter(text -> text.matches("\\d{4}"))
                .map(Integer::valueOf)
                .orElseGet(() ->
                        FiscalYear.of(today.minusMonths(MONTHS_OF_LOOKING_BACK)).startingYear());
    }
}
