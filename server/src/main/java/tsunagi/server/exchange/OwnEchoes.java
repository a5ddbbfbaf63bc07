package tsunagi.server.exchange;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tsunagi.record.RecordKey;
import tsunagi.server.intake.Moved;

/**
 * The records that a tablet made by its own changes just as they stand, so that they need not be sent back to it. When
 * it forgets one, that one is sent: superfluous, never wrong.
 */
final class OwnEchoes {
    static final int MAX_ECHOES = 4096;

    private final Map<RecordKey, Long> revisions = new LinkedHashMap<>();

    /**
     * Notes a move whose verdict went out, if the tablet now has its result.
     *
     * @param cursor the tablet holds the team up to here
     * @param readAtHead the team's head when that was read: of a record that had moved already, it has nothing
     */
    void note(Moved moved, long cursor, long readAtHead) {
        boolean isNew = moved.previousRevision() == 0;
        boolean wasRead = moved.previousRevision() <= cursor && moved.revision() > readAtHead;
        boolean held = isNew || wasRead || isOwn(moved.key(), moved.previousRevision());
        if (!moved.asSent() || !held || moved.revision() <= cursor) {
            return;
        }
        revisions.put(moved.key(), moved.revision());
        if (revisions.size() > MAX_ECHOES) {
            Iterator<RecordKey> eldest = revisions.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }

    /** True when the tablet has the record at this revision from its own change. Asked once, when its row comes by. */
    boolean passes(RecordKey key, long revision) {
        return Optional.ofNullable(revisions.remove(key))
                .filter(own -> own == revision)
                .isPresent();
    }

    private boolean isOwn(RecordKey key, long revision) {
        Long own = revisions.get(key);
        return own != null && own == revision;
    }
}
