package tsunagi.server.conflict;

import java.util.List;
import java.util.Optional;

/**
 * Some of a team's open conflicts.
 *
 * @param conflicts those of one record stand together
 * @param next after which record to go on; empty when these are the last
 */
public record ConflictPage(List<OpenConflict> conflicts, Optional<ConflictPlace> next) {}
