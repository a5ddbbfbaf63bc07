package tsunagi.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LineMergeTest {
    private static final int TEXTS = 2000;
    private static final List<String> LINES = List.of("", "a", "b", "c", "d");

    @Test
    void merge_whenEachSideAddsAtAnotherEnd_keepsBoth() {
        assertThat(LineMerge.merge("b\nc", "a\nb\nc", "b\nc\nd")).contains("a\nb\nc\nd");
    }

    @Test
    void merge_whenBothMakeTheSameEdit_makesItOnce() {
        assertThat(LineMerge.merge("a\nb", "a\nB", "a\nB")).contains("a\nB");
    }

    @Test
    void merge_whenBothAddAtTheSamePlace_isLeftToAPerson() {
        assertThat(LineMerge.merge("a", "a\nb", "a\nc")).isEmpty();
    }

    @Test
    void merge_whenOneDeletesWhatTheOtherEdits_isLeftToAPerson() {
        assertThat(LineMerge.merge("a\nb\nc", "a\nc", "a\nB\nc")).isEmpty();
    }

    @Test
    void merge_withASideThatDidNothing_isTheOtherSide() {
        Random random = new Random(1);
        for (int i = 0; i < TEXTS; i++) {
            String base = text(random);
            String edited = text(random);
            assertThat(LineMerge.merge(base, base, edited)).contains(edited);
            assertThat(LineMerge.merge(base, edited, base)).contains(edited);
        }
    }

    @Test
    void merge_isTheSameFromBothSides() {
        Random random = new Random(2);
        for (int i = 0; i < TEXTS; i++) {
            String base = text(random);
            String ours = text(random);
            String theirs = text(random);
            assertThat(LineMerge.merge(base, ours, theirs)).isEqualTo(LineMerge.merge(base, theirs, ours));
        }
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(7), 0, LINES.size())
                .mapToObj(LINES::get)
                .collect(Collectors.joining("\n"));
    }
}
