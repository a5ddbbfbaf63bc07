package tsunagi.server.intake;

import com.google.protobuf.ByteString;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import tsunagi.change.ContentHash;
import tsunagi.change.FieldPath;
import tsunagi.merge.StampedValue;
import tsunagi.record.RecordKey;
import tsunagi.server.storage.ChangeLog;
import tsunagi.server.storage.LoggedChange;
import tsunagi.server.team.Team;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.Authorship;
import tsunagi.sync.v1.Verdict;

/** The end of one team's log while a transaction adds to it. */
final class WorkingLog {
    private final Connection connection;
    private final Team team;
    private final Teams teams;
    private final ChangeLog log;
    private final Map<UUID, LoggedChange> added = new LinkedHashMap<>();
    private long head;
    private ByteString mark;

    WorkingLog(Connection connection, Team team, Teams teams, ChangeLog log) {
        this.connection = connection;
        this.team = team;
        this.teams = teams;
        this.log = log;
        this.head = team.head();
        this.mark = team.mark();
    }

    /** The revision that the next change takes. */
    long nextRevision() {
        return head + 1;
    }

    /** The mark that the log bears once it grows by a change with this hash, so attributed and judged. */
    ByteString markWith(ContentHash hash, Authorship by, Verdict verdict) {
        return hash.chainedTo(mark, by.toByteString().concat(verdict.toByteString()));
    }

    void add(LoggedChange change) {
        added.put(change.changeId(), change);
        head = change.revision();
        mark = change.mark();
    }

    Optional<LoggedChange> find(UUID changeId) throws SQLException {
        LoggedChange recent = added.get(changeId);
        return recent != null ? Optional.of(recent) : log.find(connection, team.id(), changeId);
    }

    /** What was said about one record under its own id, in the order it was taken in. */
    List<LoggedChange> of(RecordKey key) throws SQLException {
        flush();
        return log.of(connection, key);
    }

    /** The revision at which a record was first spoken of; the next one when nothing was said about it yet. */
    long firstRevision(RecordKey key) throws SQLException {
        flush();
        return log.firstRevision(connection, key).orElse(nextRevision());
    }

    void replaceResults(long revision, SortedMap<FieldPath, StampedValue> results) throws SQLException {
        log.replaceResults(connection, team.id(), revision, results);
    }

    void eraseContents(RecordKey key) throws SQLException {
        flush();
        log.eraseContents(connection, key);
    }

    /** Erases the values that this change left in records other than its own. */
    void eraseResults(UUID changeId) throws SQLException {
        flush();
        log.eraseResults(connection, team.id(), changeId);
    }

    void flush() throws SQLException {
        if (added.isEmpty()) {
            return;
        }
        log.append(connection, added.values());
        teams.moveHead(connection, team.id(), head, mark);
        added.clear();
    }
}
