package tsunagi.server.review;

import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tsunagi.change.Change;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.change.FieldPath;
import tsunagi.change.Reading;
import tsunagi.record.RecordSchemas;
import tsunagi.server.storage.LoggedChange;

/** What the fields of a record said at some time, told from what was said about it. */
final class Past {
    // What was taken in once is readable, whatever the limits are today.
    private final ChangeReader reader =
            new ChangeReader(RecordSchemas.standard(), new ChangeLimits(Integer.MAX_VALUE, Integer.MAX_VALUE));

    /**
     * The values after these changes; a field that nobody had set then is not among them, one that was cleared is empty.
     *
     * @param history what was said about the record, in the order it was taken in
     * @param isThen true for the changes up to that time
     */
    Map<FieldPath, ByteString> values(List<LoggedChange> history, Predicate<LoggedChange> isThen) {
        Map<FieldPath, ByteString> values = new HashMap<>();
        for (LoggedChange logged : history) {
            if (isThen.test(logged)) {
                Change change = read(logged);
                change.touched()
                        .forEach(path -> values.put(path, change.values().get(path)));
                logged.results().forEach((path, result) -> values.put(path, result.value()));
            }
        }
        return values;
    }

    Change read(LoggedChange logged) {
        if (reader.read(logged.key().teamId(), logged.wire()) instanceof Reading.Readable readable) {
            return readable.change();
        }
        throw new IllegalStateException("change " + logged.changeId() + " was taken in and cannot be read any more");
    }
}
