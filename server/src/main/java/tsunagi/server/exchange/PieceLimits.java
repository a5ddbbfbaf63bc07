package tsunagi.server.exchange;

import java.time.Duration;

/**
 * What the server takes, keeps and sends of things that go in pieces.
 *
 * @param pieceBytes one piece of a change, at most
 * @param statePieceBytes one piece of a state
 * @param wholeStateBytes a state that is larger, serialized, goes in pieces
 * @param deviceBytes the packed changes of which one device has handed in pieces, together
 * @param deviceParcels how many of them
 * @param keptFor how long pieces are kept when nobody goes on with them
 */
public record PieceLimits(
        int pieceBytes,
        int statePieceBytes,
        int wholeStateBytes,
        long deviceBytes,
        int deviceParcels,
        Duration keptFor) {
    public static final PieceLimits STANDARD =
            new PieceLimits(64 * 1024, 4 * 1024, 8 * 1024, 8 * 1024 * 1024, 32, Duration.ofDays(7));

    /** A tablet that keeps to the limit may still cut finer, but not so fine that the server only keeps book. */
    private static final int FINENESS_MAX = 64;

    /** The least that a piece holds, unless it is the last. */
    int pieceBytesMin() {
        return pieceBytes / FINENESS_MAX;
    }
}
