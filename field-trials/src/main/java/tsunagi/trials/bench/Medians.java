package tsunagi.trials.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Middles and ends of lists of figures. */
final class Medians {
    private Medians() {}

    static double of(Collection<Double> figures) {
        double[] sorted =
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The time within which this share of them lies, in milliseconds. */
    static double percentileMs(List<Long> timesNs, double share) {
        long[] sorted = timesNs.stream().mapToLong(Long::longValue).sorted().toArray();
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return Arrays.stream(sorted).skip(Math.max(0, index)).findFirst().orElse(0) / 1e6;
    }
}
