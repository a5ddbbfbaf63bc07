package tsunagi.server.console.tablets;

/**
 * A tablet as a line shows it, in words; what nobody knows is empty.
 *
 * @param href where more is told
 * @param owner whose it is
 */
public record TabletRow(
        String name,
        String href,
        String owner,
        String teams,
        String lastSeen,
        boolean isSilent,
        String version,
        String unsent,
        boolean hasUnsent,
        String clock,
        boolean isClockWrong,
        String storage,
        boolean isStorageLow,
        String battery,
        boolean isRevoked,
        boolean isReplaced,
        int troubles) {}
