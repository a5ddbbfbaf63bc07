package tsunagi.server.attachment;

import java.time.Duration;

/**
 * What the server takes of files.
 *
 * @param fileBytes one file, at most
 * @param pieceBytes one piece of it, at most
 * @param onTheirWayBytes the files of one team that are not complete yet, together
 * @param keptFor how long an incomplete file is kept when nobody goes on with it
 */
public record AttachmentLimits(long fileBytes, int pieceBytes, long onTheirWayBytes, Duration keptFor) {
    private static final long MIB = 1024 * 1024;

    public static final AttachmentLimits STANDARD =
            new AttachmentLimits(64 * MIB, 64 * 1024, 1024 * MIB, Duration.ofDays(14));
}
