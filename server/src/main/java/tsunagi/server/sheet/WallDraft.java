package tsunagi.server.sheet;

import java.util.Map;
import java.util.Optional;

/**
 * What somebody chose for a wall sheet.
 *
 * @param sentences by key
 * @param edited who wrote it last; empty while it was never kept
 */
public record WallDraft(boolean withFigures, Map<String, Kept> sentences, Optional<Edited> edited) {
    /** Keys of sentences that are nobody's proposal begin so. */
    public static final String OWN = "own:";

    /** Nothing chosen yet. */
    public static final WallDraft NONE = new WallDraft(true, Map.of(), Optional.empty());

    /** Who and when. */
    public record Edited(String personId, long atMs) {}

    /**
     * A sentence as it was left.
     *
     * @param proposed what the rules proposed then; empty for an own one
     */
    public record Kept(boolean isPicked, String text, String proposed, Edited edited) {}
}
