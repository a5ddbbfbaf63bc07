package tsunagi.server.figures;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.TTest;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/**
 * What paired scores tell: means before and after, the mean difference with its 95 % confidence interval, the paired t test
 * and the Wilcoxon signed-rank test. What cannot be said of so few or such equal pairs is empty.
 *
 * @param pairs how many
 * @param meanDifference mean of after less before
 * @param intervalFrom lower end of the interval of the mean difference
 * @param intervalTo its upper end
 * @param pairedT p of the paired t test, two-sided
 * @param wilcoxon p of the Wilcoxon signed-rank test, two-sided, pairs without difference left out; exact where no
 *     differences are tied
 */
public record PairedComparison(
        int pairs,
        double meanBefore,
        double meanAfter,
        double meanDifference,
        OptionalDouble intervalFrom,
        OptionalDouble intervalTo,
        OptionalDouble pairedT,
        OptionalDouble wilcoxon) {
    private static final double OUTSIDE_THE_INTERVAL = 0.05;

    /**
     * Compares.
     *
     * @param before one score a pair
     * @param after the other scores, in the same order; at least one
     */
    public static PairedComparison of(double[] before, double[] after) {
        if (before.length != after.length || before.length == 0) {
            throw new IllegalArgumentException(before.length + " scores before, " + after.length + " after");
        }
        int pairs = before.length;
        double[] differences = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            differences[i] = after[i] - before[i];
        }
        double mean = mean(differences);
        double deviation = deviation(differences, mean);
        boolean canBeTested = pairs >= 2 && deviation > 0;
        double margin = canBeTested ? margin(pairs, deviation) : 0;
        return new PairedComparison(
                pairs,
                mean(before),
                mean(after),
                mean,
                canBeTested ? OptionalDouble.of(mean - margin) : OptionalDouble.empty(),
                canBeTested ? OptionalDouble.of(mean + margin) : OptionalDouble.empty(),
                canBeTested
                        ? OptionalDouble.of(
                                TTest.withDefaults().pairedTest(after, before).getPValue())
                        : OptionalDouble.empty(),
                wilcoxon(differences));
    }

    private static OptionalDouble wilcoxon(double[] differences) {
        double[] changed =
                Arrays.stream(differences).filter(difference -> difference != 0).toArray();
        return changed.length < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        WilcoxonSignedRankTest.withDefaults().test(changed).getPValue());
    }

    /** Half of the width of the interval. */
    private static double margin(int pairs, double deviation) {
        double quantile = TDistribution.of(pairs - 1).inverseSurvivalProbability(OUTSIDE_THE_INTERVAL / 2);
        return quantile * deviation / Math.sqrt(pairs);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values, double mean) {
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
    }
}
