package tsunagi.server.plaintables;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagi.record.RecordKey;
import tsunagi.server.storage.StoredRecord;

/**
 * What the plain tables of one team take over in one go.
 *
 * @param from the revision the tables hold before it
 * @param to the revision they hold after it
 * @param head the team's last revision
 * @param receipts what the log knows of the records' first and last changes
 * @param sheets the sheets among the records, with what their scores stand on
 */
record Step(
        UUID teamId,
        long from,
        long to,
        long head,
        List<StoredRecord> records,
        Map<RecordKey, Receipt> receipts,
        SheetBasis sheets) {
    boolean isEmpty() {
        return from == to;
    }

    Optional<Receipt> receipt(RecordKey key) {
        return Optional.ofNullable(receipts.get(key));
    }

    List<RecordKey> keys() {
        return records.stream().map(StoredRecord::key).toList();
    }
}
