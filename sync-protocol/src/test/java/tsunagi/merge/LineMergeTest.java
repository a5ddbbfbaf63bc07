package tsunagi.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LineMergeTest {
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

    @Property
    void merge_withASideThatDidNothing_isTheOtherSide(@ForAll("texts") String base, @ForAll("texts") String edited) {
        assertThat(LineMerge.merge(base, base, edited)).contains(edited);
        assertThat(LineMerge.merge(base, edited, base)).contains(edited);
    }

    @Property
    void merge_isTheSameFromBothSides(
            @ForAll("texts") String base, @ForAll("texts") String ours, @ForAll("texts") String theirs) {
        assertThat(LineMerge.merge(base, ours, theirs)).isEqualTo(LineMerge.merge(base, theirs, ours));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("", "a", "b", "c", "d").list().ofMaxSize(6).map(LineMergeTest::join);
    }

    private static String join(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\n"));
    }
}
