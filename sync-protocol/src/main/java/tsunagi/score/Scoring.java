package tsunagi.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.MissingItems;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseState;
import tsunagi.records.v1.Scale;
import tsunagi.records.v1.ScaleItem;
import tsunagi.records.v1.ScaleMethod;

/** The scores of one sheet, worked out from its answers as its form version declares them, without running the form. */
public final class Scoring {
    private final Map<String, Scale> scales;
    private final Response response;
    private final Map<String, Score> scores = new TreeMap<>();
    private final Set<String> underWay = new HashSet<>();

    private Scoring(FormVersion form, Response response) {
        this.scales = form.getScalesMap();
        this.response = response;
    }

    /** By scale key; scales without items, which nobody can work out, are not among them. */
    public static Map<String, Score> scores(FormVersion form, Response response) {
        Scoring scoring = new Scoring(form, response);
        scoring.scales.forEach((key, scale) -> {
            if (scale.getItemsCount() > 0) {
                scoring.score(key, scale);
            }
        });
        return scoring.scores;
    }

    private Score score(String key, Scale scale) {
        Score known = scores.get(key);
        if (known != null) {
            return known;
        }
        underWay.add(key);
        List<Double> points = new ArrayList<>();
        scale.getItemsList().forEach(item -> points(item).ifPresent(points::add));
        underWay.remove(key);
        Score score = new Score(value(scale, points), scale.getItemsCount(), points.size());
        scores.put(key, score);
        return score;
    }

    private OptionalDouble points(ScaleItem item) {
        if (item.hasScaleKey()) {
            return ItemPoints.within(item, ofScale(item.getScaleKey()));
        }
        boolean isUnasked = response.getProgress().getState() == ResponseState.RESPONSE_STATE_COMPLETE
                && !response.containsAnswers(item.getQuestionPath());
        if (isUnasked) {
            return item.hasPointsWhenNotAsked()
                    ? OptionalDouble.of(item.getPointsWhenNotAsked())
                    : OptionalDouble.empty();
        }
        return ItemPoints.within(
                item, ItemPoints.of(item, response.getAnswersMap().get(item.getQuestionPath())));
    }

    /** A scale that stands on itself has no value; compilers refuse such forms, and nobody else may fall into the circle. */
    private OptionalDouble ofScale(String key) {
        Scale scale = scales.get(key);
        return scale == null || underWay.contains(key)
                ? OptionalDouble.empty()
                : score(key, scale).value();
    }

    private static OptionalDouble value(Scale scale, List<Double> points) {
        int missing = scale.getItemsCount() - points.size();
        if (points.isEmpty() || missing > scale.getMissingItemsMost()) {
            return OptionalDouble.empty();
        }
        double sum = points.stream().mapToDouble(Double::doubleValue).sum();
        if (missing > 0 && scale.getMissingItems() != MissingItems.MISSING_ITEMS_ZERO) {
            sum = sum * scale.getItemsCount() / points.size();
        }
        return OptionalDouble.of(
                scale.getMethod() == ScaleMethod.SCALE_METHOD_MEAN ? sum / scale.getItemsCount() : sum);
    }
}
