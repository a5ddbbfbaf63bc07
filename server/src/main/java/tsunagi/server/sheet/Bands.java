package tsunagi.server.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.server.sheet.ScaleOnWall.Band;

/** Divides the whole-number answers to a question in low, middle and high, joined until no band is about a few people only. */
final class Bands {
    private static final int PARTS = 3;

    private Bands() {}

    /**
     * Divides.
     *
     * @param before people by answer; empty when it was not asked before
     * @return none when no division is left
     */
    static List<Band> of(int least, int most, Optional<Map<Integer, Long>> before, Map<Integer, Long> now) {
        List<Band> bands = new ArrayList<>();
        int outer = (most - least + PARTS) / PARTS;
        bands.add(band(least, least + outer - 1, before, now));
        bands.add(band(least + outer, most - outer, before, now));
        bands.add(band(most - outer + 1, most, before, now));
        while (bands.size() > 1 && join(bands)) {
            // Until all can be shown.
        }
        return bands.size() > 1 ? List.copyOf(bands) : List.of();
    }

    private static boolean join(List<Band> bands) {
        for (int i = 0; i < bands.size(); i++) {
            if (tellsOfFew(bands.get(i))) {
                int first = i == 0 ? 0 : i - 1;
                bands.set(first, both(bands.get(first), bands.remove(first + 1)));
                return true;
            }
        }
        return false;
    }

    private static boolean tellsOfFew(Band band) {
        return isFew(band.now()) || band.before().filter(Bands::isFew).isPresent();
    }

    private static boolean isFew(long people) {
        return people > 0 && people < WallFigures.GROUP_MIN;
    }

    private static Band both(Band low, Band high) {
        return new Band(
                low.from(),
                high.until(),
                low.before().map(people -> people + high.before().orElse(0L)),
                low.now() + high.now());
    }

    private static Band band(int from, int until, Optional<Map<Integer, Long>> before, Map<Integer, Long> now) {
        return new Band(from, until, before.map(people -> sum(people, from, until)), sum(now, from, until));
    }

    private static long sum(Map<Integer, Long> people, int from, int until) {
        return people.entrySet().stream()
                .filter(answer -> answer.getKey() >= from && answer.getKey() <= until)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
