package tsunagi.app.outbox;

import java.util.List;
import tsunagi.engine.outbox.SavedChange;

/**
 * What the outbox says of one record: its changes that stand the same way.
 *
 * @param type what kind of record it is, such as 訪問
 * @param title what the record is called
 * @param about who wrote it, and when the last of it was saved
 * @param detail what the server said beside; empty when it said nothing
 */
record OutboxItem(OutboxKind kind, List<SavedChange> changes, String type, String title, String about, String detail) {
    /** The change saved last. */
    SavedChange last() {
        return changes.get(changes.size() - 1);
    }
}
