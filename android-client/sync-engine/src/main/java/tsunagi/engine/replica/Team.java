package tsunagi.engine.replica;

import com.google.protobuf.ByteString;
import java.util.Optional;
import java.util.UUID;
import tsunagi.sync.v1.TeamGrant;

/**
 * A team as the replica knows it.
 *
 * @param grant what the server last said of it; empty when this device may no longer hold it
 * @param checkpoint how far it was pulled; empty when nothing was, or when it has to be pulled anew
 * @param coveredRevision the replica holds what it may hold of everything this tablet had judged up to here
 */
public record Team(UUID teamId, Optional<TeamGrant> grant, ByteString checkpoint, long coveredRevision) {
    public boolean isGranted() {
        return grant.isPresent();
    }
}
