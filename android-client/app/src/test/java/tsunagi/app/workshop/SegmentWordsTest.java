package tsunagi.app.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SegmentWordsTest {
    @Test
    void time_whenTypedInAnyWay_isKeptInOne() {
        assertThat(SegmentWords.time("１５：３０")).contains("15:30");
        assertThat(SegmentWords.time("930")).contains("09:30");
        assertThat(SegmentWords.time("15時00分")).contains("15:00");
    }

    @Test
    void time_whenItIsNone_isNotKept() {
        assertThat(SegmentWords.time("2560")).isEmpty();
        assertThat(SegmentWords.time("午後")).isEmpty();
        assertThat(SegmentWords.time("")).isEmpty();
    }

    @Test
    void minutes_whenBeyondADay_areNotKept() {
        assertThat(SegmentWords.minutes("９０分")).contains(90);
        assertThat(SegmentWords.minutes("0")).isEmpty();
        assertThat(SegmentWords.minutes("1441")).isEmpty();
    }
}
