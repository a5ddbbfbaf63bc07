package tsunagi.app.outbox;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import tsunagi.app.sync.SyncLine;

/**
 * Everything that was saved here and is not yet over and done with.
 *
 * @param today by which times are told
 * @param items what waits, what a person has to look at, and what the server said that nobody has seen
 * @param photosWaitingBytes how large all files are that wait
 * @param photosWaitForWifi true when the network that is there now may not carry them
 * @param refusedPhotos what the records are called whose files the server does not take
 */
record OutboxPage(
        SyncLine line,
        LocalDate today,
        List<OutboxItem> items,
        long photosWaitingBytes,
        boolean photosWaitForWifi,
        List<String> refusedPhotos) {
    /** Those that wait for a person. */
    List<OutboxItem> wanted() {
        return items.stream().filter(item -> item.kind().isWanted()).collect(Collectors.toList());
    }

    /** Those that wait for nothing but a network. */
    List<OutboxItem> waiting() {
        return items.stream().filter(OutboxPage::isWaiting).collect(Collectors.toList());
    }

    /** Those that only want to be seen. */
    List<OutboxItem> news() {
        return items.stream()
                .filter(item -> !item.kind().isWanted() && !isWaiting(item))
                .collect(Collectors.toList());
    }

    boolean isEmpty() {
        return items.isEmpty() && line.photosWaiting() == 0 && refusedPhotos.isEmpty();
    }

    private static boolean isWaiting(OutboxItem item) {
        return item.kind() == OutboxKind.WAITING || item.kind() == OutboxKind.CORRECTED;
    }
}
