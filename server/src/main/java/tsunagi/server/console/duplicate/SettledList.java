package tsunagi.server.console.duplicate;

import java.util.List;
import java.util.Optional;

/** What people said of pairs, and how it is taken back. */
public record SettledList(List<Row> rows, Optional<String> next, boolean isFirst) {
    /**
     * A pair of which somebody said something.
     *
     * @param undo the address that a POST to takes it back
     */
    public record Row(String type, RecordShown first, RecordShown second, String said, String undo) {}
}
