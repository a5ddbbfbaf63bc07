package tsunagi.server.conflict;

import java.util.List;
import java.util.Optional;

/**
 * What became of decisions that a person sent together.
 *
 * @param words one each, in their order
 * @param save by what they are taken back; empty when nothing was written
 */
public record SettledTogether(List<SettlementWord> words, Optional<SettlementSave> save) {
    public int settled() {
        return count(SettlementWord.Settled.class);
    }

    /** How many words are of this kind. */
    public int count(Class<? extends SettlementWord> kind) {
        return (int) words.stream().filter(kind::isInstance).count();
    }
}
