package tsunagi.server.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayWordsTest {
    private static final DayWords JAPANESE = DayWords.in(Language.JAPANESE);
    private static final DayWords ENGLISH = DayWords.in(Language.ENGLISH);

    /** 8 July 2024, 00:30 in Japan: still the 7th by UTC. */
    private static final long AFTER_MIDNIGHT_MS = 1_720_366_200_000L;

    @Test
    void moment_whenItIsPastMidnightInJapan_isOnThatDay() {
        assertThat(JAPANESE.moment(AFTER_MIDNIGHT_MS)).isEqualTo("2024年7月8日（月）0:30");
        assertThat(ENGLISH.moment(AFTER_MIDNIGHT_MS)).isEqualTo("8 Jul 2024 (Mon) 0:30");
        assertThat(DayWords.dayOf(AFTER_MIDNIGHT_MS)).isEqualTo(LocalDate.of(2024, 7, 8));
    }

    @Test
    void minutes_whenAnHourOrMore_areHours() {
        assertThat(JAPANESE.minutes(0)).isEqualTo("0分");
        assertThat(JAPANESE.minutes(59)).isEqualTo("59分");
        assertThat(JAPANESE.minutes(60)).isEqualTo("1時間");
        assertThat(JAPANESE.minutes(605)).isEqualTo("10時間5分");
        assertThat(ENGLISH.minutes(90)).isEqualTo("1 h 30 min");
    }

    @Test
    void monthDay_whenKept_isSaidWithoutAYear() {
        assertThat(JAPANESE.monthDay("02-29")).isEqualTo("2月29日");
        assertThat(ENGLISH.monthDay("10-01")).isEqualTo("1 Oct");
        assertThat(JAPANESE.monthDay("秋")).isEqualTo("秋");
    }

    @Test
    void fiscalYear_whenJapanese_isByBothCalendars() {
        assertThat(JAPANESE.fiscalYear(2019)).isEqualTo("2019年度（令和元年度）");
        assertThat(ENGLISH.fiscalYear(2024)).isEqualTo("FY2024 (令和6年度)");
    }

    @Test
    void day_whenWithOrWithoutWeekday_isInFull() {
        LocalDate day = LocalDate.of(2024, 7, 8);

        assertThat(JAPANESE.day(day)).isEqualTo("2024年7月8日");
        assertThat(JAPANESE.dayWithWeekday(day)).isEqualTo("2024年7月8日（月）");
        assertThat(JAPANESE.day("2024-07-08")).isEqualTo("2024年7月8日");
        assertThat(JAPANESE.day("2024-02-30")).isEqualTo("2024-02-30");
    }
}
