package tsunagi.server.conflict;

import com.google.protobuf.ByteString;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.change.Change;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.change.FieldPath;
import tsunagi.change.Reading;
import tsunagi.change.Stamp;
import tsunagi.merge.StampedValue;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.server.storage.ChangeLog;
import tsunagi.server.storage.LoggedChange;
import tsunagi.sync.v1.Authorship;

/** What was said about a field of a record, as the log tells it. */
public final class FieldHistory {
    // What was taken in once is readable, whatever the limits are today.
    private static final ChangeReader READER =
            new ChangeReader(RecordSchemas.standard(), new ChangeLimits(Integer.MAX_VALUE, Integer.MAX_VALUE));

    private final ChangeLog log = new ChangeLog();

    /**
     * What one change said about the field.
     *
     * @param value what it said; empty when it cleared the field
     * @param settles whether it decided a conflict in it
     */
    public record Said(Stamp stamp, ByteString value, Authorship by, boolean settles) {}

    /** All that was said about a field under the record's own id, the last first. */
    public List<Said> of(Connection connection, RecordKey key, FieldPath path) throws SQLException {
        List<Said> all = new ArrayList<>();
        for (LoggedChange logged : log.of(connection, key)) {
            read(key.teamId(), logged)
                    .filter(change -> change.touched().contains(path))
                    .ifPresent(change -> all.add(
                            0,
                            new Said(
                                    change.stamp(),
                                    change.values().get(path),
                                    logged.by(),
                                    change.settles().containsKey(path))));
        }
        return all;
    }

    /** The value that bore this stamp in a field; empty bytes when it was cleared, nothing when nobody can tell any more. */
    public Optional<ByteString> valueOf(Connection connection, UUID teamId, FieldPath path, Stamp stamp)
            throws SQLException {
        if (stamp.isNone()) {
            return Optional.of(ByteString.EMPTY);
        }
        List<LoggedChange> makers = makers(connection, teamId, stamp);
        Optional<ByteString> exact = makers.stream()
                .flatMap(logged -> made(teamId, logged, path, stamp).stream())
                .findFirst();
        // Candidates that several wrote alike share a stamp that no change made by itself.
        return exact.isPresent()
                ? exact
                : makers.stream()
                        .flatMap(logged -> said(teamId, logged, path).stream())
                        .findFirst();
    }

    private List<LoggedChange> makers(Connection connection, UUID teamId, Stamp stamp) throws SQLException {
        List<LoggedChange> makers = new ArrayList<>();
        for (UUID id : stamp.changeIds()) {
            log.find(connection, teamId, id).ifPresent(makers::add);
        }
        return makers;
    }

    static Optional<Change> read(UUID teamId, LoggedChange logged) {
        // The body of a record that was erased is gone.
        return logged.body().isPresent() && READER.read(teamId, logged.wire()) instanceof Reading.Readable readable
                ? Optional.of(readable.change())
                : Optional.empty();
    }

    private static Optional<ByteString> made(UUID teamId, LoggedChange logged, FieldPath path, Stamp stamp) {
        StampedValue result = logged.results().get(path);
        if (result != null && result.stamp().equals(stamp)) {
            return Optional.of(result.value());
        }
        return stamp.equals(Stamp.of(logged.changeId())) ? said(teamId, logged, path) : Optional.empty();
    }

    private static Optional<ByteString> said(UUID teamId, LoggedChange logged, FieldPath path) {
        return read(teamId, logged)
                .filter(change -> change.touched().contains(path))
                .map(change -> change.values().get(path));
    }
}
