package tsunagi.server.export;

import java.util.List;
import java.util.Optional;

/** The rows of a table, some at a time, so that never more than these are in memory. */
public interface RowPages {
    /** The next ones, which may be none; empty behind the last. Each has a cell a column. */
    Optional<List<List<Cell>>> next();

    /** Rows that are there already. */
    static RowPages of(List<List<Cell>> rows) {
        return new RowPages() {
            private boolean isRead;

            @Override
            public Optional<List<List<Cell>>> next() {
                boolean wasRead = isRead;
                isRead = true;
                return wasRead ? Optional.empty() : Optional.of(rows);
            }
        };
    }
}
