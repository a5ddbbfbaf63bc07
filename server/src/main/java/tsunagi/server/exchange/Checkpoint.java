package tsunagi.server.exchange;

import com.google.protobuf.ByteString;
import java.util.UUID;

/**
 * How far a tablet holds a team's records: the pull cursor.
 *
 * @param epochId the life of the server's history in which it was given
 * @param revision the tablet holds every record as it was at this revision, or newer
 * @param readAtHead the team's head when the last of that was read: a record that moved before was left out until later
 * @param issuedAtMs when it was given, by the server's clock
 * @param scope the fingerprint of what the tablet may hold of the team
 * @param mark the team's mark at that revision
 * @param isInBaseline true when it was given in the middle of a full account
 */
record Checkpoint(
        UUID epochId,
        UUID teamId,
        long revision,
        long readAtHead,
        long issuedAtMs,
        ByteString scope,
        ByteString mark,
        boolean isInBaseline) {
    /** What a tablet may hold today: all of a team. */
    static final ByteString WHOLE_TEAM = ByteString.copyFromUtf8("whole-v1");
}
