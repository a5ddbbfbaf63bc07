package tsunagi.engine.outbox;

import java.util.Optional;
import java.util.UUID;

/**
 * The server that enrolled this device.
 *
 * @param address where it is and what its certificate looks like, as the enrolment wrote it down
 * @param personId the person the code was made for; empty on a shared tablet
 */
public record ServerRecord(UUID serverId, String name, String address, Optional<String> personId) {}
