package tsunagi.server.storage;

import com.google.protobuf.ByteString;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Every change that was taken in, team by team, in the order of revisions. */
public final class ChangeLog {
    /** The hash chained over a team's log up to a revision; empty when the log has no such revision. */
    public Optional<ByteString> markAt(Connection connection, UUID teamId, long revision) throws SQLException {
        return Sql.of(connection, "SELECT mark FROM change_log WHERE team_id = ? AND revision = ?", teamId, revision)
                .first(row -> row.bytes("mark"));
    }
}
