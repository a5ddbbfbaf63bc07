package tsunagi.trials.bench;

import java.util.ArrayList;
import java.util.List;

/** How long some work took, time after time. */
final class Timed {
    private final List<Long> timesNs = new ArrayList<>();
    private double firstMs = Double.NaN;

    void time(Runnable work) {
        long startNs = System.nanoTime();
        work.run();
        timesNs.add(System.nanoTime() - startNs);
        firstMs = Double.isNaN(firstMs) ? timesNs.get(0) / 1e6 : firstMs;
    }

    /** So many times that count, after one that does not. */
    void repeated(int runs, Runnable work) {
        time(work);
        timesNs.clear();
        for (int run = 0; run < runs; run++) {
            time(work);
        }
    }

    int count() {
        return timesNs.size();
    }

    /** The very first, whether it counts or not. */
    double first() {
        return firstMs;
    }

    double median() {
        return Medians.percentileMs(timesNs, 0.5);
    }

    double within(double share) {
        return Medians.percentileMs(timesNs, share);
    }
}
