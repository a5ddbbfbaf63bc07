package tsunagi.server.review;

import com.google.protobuf.ByteString;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tsunagi.change.FieldPath;
import tsunagi.merge.RecordState;
import tsunagi.merge.StampedValue;
import tsunagi.server.storage.ChangeLog;
import tsunagi.server.storage.LoggedChange;
import tsunagi.sync.v1.Authorship;

/** What changed in a record since somebody looked at it. */
public final class ChangesSince {
    private final ChangeLog log = new ChangeLog();
    private final Past past = new Past();

    /**
     * The fields that say something else than then.
     *
     * @param sinceMs the moment of the last look; what the server took in later is news, whenever it was written
     */
    public List<MovedField> of(Connection connection, RecordState record, long sinceMs) throws SQLException {
        List<LoggedChange> history = log.of(connection, record.key()).stream()
                .filter(change -> change.body().isPresent())
                .toList();
        Map<FieldPath, ByteString> then = past.values(history, change -> change.receivedAtMs() <= sinceMs);
        Map<FieldPath, Authorship> movedBy = new TreeMap<>();
        history.stream()
                .filter(change -> change.receivedAtMs() > sinceMs)
                .forEach(change -> past.read(change).touched().forEach(path -> movedBy.put(path, change.by())));
        List<MovedField> moved = new ArrayList<>();
        movedBy.forEach((path, by) -> {
            ByteString before = then.getOrDefault(path, ByteString.EMPTY);
            ByteString now = record.field(path).map(StampedValue::value).orElse(ByteString.EMPTY);
            if (!before.equals(now)) {
                moved.add(new MovedField(path, before, now, by));
            }
        });
        return moved;
    }
}
