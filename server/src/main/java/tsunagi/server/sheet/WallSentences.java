package tsunagi.server.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tsunagi.server.sheet.WallDraft.Kept;

/** Puts together what the rules propose and what somebody made of it. */
public final class WallSentences {
    /** Sentences that fit on one side. */
    public static final int PICKED_MAX = 5;
    /** Characters of a sentence, so that all fit. */
    public static final int LENGTH_MAX = 64;

    private static final int OWN_OF_EACH_SIDE = 2;

    private WallSentences() {}

    /** All sentences; of what no rule proposes any more nothing is left. */
    public static List<WallSentence> of(List<Proposal> proposals, WallDraft draft) {
        List<WallSentence> sentences = new ArrayList<>();
        Set<String> atFirst = draft.edited().isEmpty() ? pickedAtFirst(proposals) : Set.of();
        for (Proposal proposal : proposals) {
            sentences.add(sentence(proposal, draft, atFirst.contains(proposal.key())));
        }
        for (int i = 1; i <= OWN_OF_EACH_SIDE; i++) {
            sentences.add(own(true, i, draft));
            sentences.add(own(false, i, draft));
        }
        return List.copyOf(sentences);
    }

    /** One of each rule, and then others, as many as fit. */
    private static Set<String> pickedAtFirst(List<Proposal> proposals) {
        Set<String> picked = new HashSet<>();
        for (boolean isFront : new boolean[] {true, false}) {
            Set<String> rules = new HashSet<>();
            List<String> keys = Stream.concat(
                            proposals.stream().filter(proposal -> rules.add(proposal.rule())), proposals.stream())
                    .filter(proposal -> proposal.isFront() == isFront)
                    .map(Proposal::key)
                    .distinct()
                    .limit(PICKED_MAX)
                    .toList();
            picked.addAll(keys);
        }
        return picked;
    }

    private static WallSentence sentence(Proposal proposal, WallDraft draft, boolean isPickedAtFirst) {
        Optional<Kept> kept = Optional.ofNullable(draft.sentences().get(proposal.key()));
        boolean isReworded =
                kept.filter(was -> !was.text().equals(was.proposed())).isPresent();
        boolean isMoved = isReworded
                && kept.filter(was -> !was.proposed().equals(proposal.text())).isPresent();
        return new WallSentence(
                proposal.key(),
                proposal.isFront(),
                isReworded ? kept.get().text() : proposal.text(),
                kept.map(Kept::isPicked).orElse(isPickedAtFirst),
                isMoved,
                Optional.of(proposal),
                kept.map(Kept::edited));
    }

    private static WallSentence own(boolean isFront, int number, WallDraft draft) {
        String key = WallDraft.OWN + (isFront ? "front" : "back") + number;
        Optional<Kept> kept = Optional.ofNullable(draft.sentences().get(key));
        return new WallSentence(
                key,
                isFront,
                kept.map(Kept::text).orElse(""),
                kept.isPresent(),
                false,
                Optional.empty(),
                kept.map(Kept::edited));
    }
}
