package tsunagi.score;

import java.util.OptionalDouble;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.ScaleItem;

/** The points that one item of a scale gets. */
final class ItemPoints {
    private ItemPoints() {}

    /** Of an answer, before the item's range and direction are looked at; none where there is no answer. */
    static OptionalDouble of(ScaleItem item, Answer answer) {
        if (answer == null || answer.hasGap()) {
            return OptionalDouble.empty();
        }
        if (answer.hasNumber()) {
            return OptionalDouble.of(answer.getNumber());
        }
        return answer.getChoicesCount() == 0 ? OptionalDouble.empty() : ofChoices(item, answer);
    }

    private static OptionalDouble ofChoices(ScaleItem item, Answer answer) {
        double sum = 0;
        for (String choice : answer.getChoicesList()) {
            OptionalDouble points = item.getPointsCount() == 0 ? numberOf(choice) : declared(item, choice);
            if (!points.isPresent()) {
                return OptionalDouble.empty();
            }
            sum += points.getAsDouble();
        }
        return OptionalDouble.of(sum);
    }

    private static OptionalDouble declared(ScaleItem item, String choice) {
        return item.containsPoints(choice) ? OptionalDouble.of(item.getPointsOrThrow(choice)) : OptionalDouble.empty();
    }

    private static OptionalDouble numberOf(String choice) {
        try {
            return OptionalDouble.of(Double.parseDouble(choice));
        } catch (NumberFormatException e) {
            // A choice such as "does not apply": no points, as the schema says.
            return OptionalDouble.empty();
        }
    }

    /** The same points turned round where the item says so; none where they lie outside of its range. */
    static OptionalDouble within(ScaleItem item, OptionalDouble points) {
        if (!points.isPresent()) {
            return points;
        }
        double value = points.getAsDouble();
        boolean isInside = Double.isFinite(value)
                && !(item.hasLeast() && value < item.getLeast())
                && !(item.hasMost() && value > item.getMost());
        if (!isInside) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(item.getIsReversed() ? item.getLeast() + item.getMost() - value : value);
    }
}
