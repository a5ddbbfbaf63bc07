package tsunagi.server.console.sheet;

import java.util.List;
import java.util.Optional;
import tsunagi.server.search.RecordLine;

/**
 * The workplaces for which papers can be made.
 *
 * @param text what was searched for
 * @param next the query of the next page
 */
public record SheetIndex(String text, int fiscalYear, List<RecordLine> workplaces, Optional<String> next) {}
