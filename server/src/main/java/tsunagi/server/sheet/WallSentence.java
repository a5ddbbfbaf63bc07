package tsunagi.server.sheet;

import java.util.Optional;

/**
 * A sentence as somebody sees it who edits a wall sheet.
 *
 * @param proposal where it comes from; empty for an own one
 * @param isMoved whether the figures moved since it was edited; then it is not printed until somebody looks at it
 */
public record WallSentence(
        String key,
        boolean isFront,
        String text,
        boolean isPicked,
        boolean isMoved,
        Optional<Proposal> proposal,
        Optional<WallDraft.Edited> edited) {

    public boolean isPrinted() {
        return isPicked && !isMoved && !text.isBlank();
    }

    /** What was proposed, in other words now. */
    public boolean isReworded() {
        return proposal.isPresent() && !proposal.get().text().equals(text);
    }
}
