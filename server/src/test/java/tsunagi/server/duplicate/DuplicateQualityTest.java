package tsunagi.server.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tsunagi.server.duplicate.LabelledPairs.Labelled;

/** How well duplicates are found, measured on pairs that a person has labelled; the figures stand in docs/duplicates.md. */
final class DuplicateQualityTest {
    @Test
    void workplaces_areFoundThisWell() {
        assertQuality("workplace", LabelledPairs.workplaces(), 0.95, 0.9);
    }

    @Test
    void contacts_areFoundThisWell() {
        assertQuality("contact", LabelledPairs.contacts(), 0.95, 0.85);
    }

    @Test
    void participants_areFoundThisWell() {
        assertQuality("participant", LabelledPairs.participants(), 0.95, 0.9);
    }

    @Test
    void visits_areFoundThisWell() {
        assertQuality("visit", LabelledPairs.visits(), 0.95, 0.9);
    }

    private static void assertQuality(String type, List<Labelled> pairs, double precisionMin, double recallMin) {
        long found = pairs.stream().filter(Labelled::isProposed).count();
        long same = pairs.stream().filter(Labelled::isSame).count();
        long right = pairs.stream()
                .filter(pair -> pair.isSame() && pair.isProposed())
                .count();
        double precision = (double) right / found;
        double recall = (double) right / same;
        System.out.printf(
                "duplicates of %s: %d pairs, %d of them one; proposed %d, rightly %d: precision %.3f, recall %.3f%n",
                type, pairs.size(), same, found, right, precision, recall);
        pairs.stream()
                .filter(pair -> pair.isSame() != pair.isProposed())
                .forEach(pair -> System.out.printf(
                        "  %s: %s %s%n",
                        pair.isSame() ? "missed" : "wrongly proposed",
                        pair.note(),
                        pair.one().likeness(pair.other())));

        assertThat(precision).as("precision").isGreaterThanOrEqualTo(precisionMin);
        assertThat(recall).as("recall").isGreaterThanOrEqualTo(recallMin);
    }
}
