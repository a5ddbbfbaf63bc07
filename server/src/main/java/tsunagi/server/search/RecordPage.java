package tsunagi.server.search;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param next the page behind it; empty when this is the last
 * @param previous the page before it; empty when this is the first
 * @param count how many there are on all pages; told on the first, {@link RecordSearch#count} tells it any time
 */
public record RecordPage(
        List<RecordLine> rows, Optional<PagePlace> next, Optional<PagePlace> previous, Optional<RecordCount> count) {}
