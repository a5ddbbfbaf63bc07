package tsunagi.server.sheet;

import java.util.Optional;

/**
 * One round as a wall sheet tells of it.
 *
 * @param sheetsOut sheets handed out; empty when nobody noted it
 */
public record RoundOnWall(
        String id,
        String name,
        String formTitle,
        String opensOn,
        Optional<Long> sheetsOut,
        long sheetsBack,
        long sheetsValid,
        Optional<String> consultation) {}
