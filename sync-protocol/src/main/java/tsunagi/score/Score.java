package tsunagi.score;

import java.util.OptionalDouble;

/**
 * What one sheet scores on one scale.
 *
 * @param value empty when too many items have no points
 * @param itemCount the items of the scale
 * @param answeredCount those of them that have points
 */
public record Score(OptionalDouble value, int itemCount, int answeredCount) {}
