package tsunagi.server.sheet;

import java.util.List;
import java.util.Optional;

/**
 * One scale as a wall sheet shows it.
 *
 * @param now the mean of the newest round
 * @param before the mean of the round it is compared with
 * @param change what changed in the pairs; empty when there are none or that must not be told
 * @param bands how many people are where, before and now; empty where some would be too few
 * @param others means of the other workplaces that answered the same form; empty when there are too few of them
 * @param units the parts of the workplace
 */
public record ScaleOnWall(
        String key,
        String name,
        Better better,
        double least,
        double most,
        String unit,
        Mean now,
        Optional<Mean> before,
        Optional<Change> change,
        List<Band> bands,
        List<Double> others,
        List<Unit> units) {
    /** The direction that is better. */
    public enum Better {
        HIGHER,
        LOWER,
        NEITHER
    }

    /**
     * A mean over all valid sheets of a round.
     *
     * @param round the name of the round
     */
    public record Mean(String round, long sheets, double value) {}

    /**
     * What changed in those who answered before and after.
     *
     * @param difference mean of after less before
     */
    public record Change(long pairs, double difference) {}

    /**
     * Neighbouring values of a question; each count is nobody, or enough people to be shown.
     *
     * @param before how many answered so before; empty when that was not asked
     */
    public record Band(int from, int until, Optional<Long> before, long now) {}

    /** A reporting group or department; of one that is hidden only the name is known. */
    public record Unit(String name, Optional<Mean> now) {}

    /** How much better the pairs got, in units of the scale; negative when worse. Empty when that cannot be said. */
    public Optional<Double> improvement() {
        return change.map(Change::difference).flatMap(this::goodness);
    }

    /** At which place the workplace stands among all, the best being first; empty when nothing is better or worse. */
    public Optional<Long> place() {
        if (others.isEmpty() || better == Better.NEITHER) {
            return Optional.empty();
        }
        return Optional.of(1
                + others.stream()
                        .filter(other -> goodness(other - now.value()).orElse(0.0) > 0)
                        .count());
    }

    private Optional<Double> goodness(double difference) {
        return switch (better) {
            case HIGHER -> Optional.of(difference);
            case LOWER -> Optional.of(-difference);
            case NEITHER -> Optional.empty();
        };
    }
}
