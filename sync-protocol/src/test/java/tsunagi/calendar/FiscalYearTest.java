package tsunagi.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FiscalYearTest {
    @ParameterizedTest
    @CsvSource({"2024-04-01, 2024", "2025-03-31, 2024", "2025-04-01, 2025", "2024-03-31, 2023"})
    void of_beginsInApril(LocalDate day, int year) {
        assertThat(FiscalYear.of(day)).isEqualTo(new FiscalYear(year));
    }

    @Test
    void firstAndLastDay_areOfIt() {
        FiscalYear year = new FiscalYear(2023);

        assertThat(year.firstDay()).isEqualTo("2023-04-01");
        assertThat(year.lastDay()).isEqualTo("2024-03-31");
        assertThat(year.contains(LocalDate.of(2024, 2, 29))).isTrue();
        assertThat(year.contains(LocalDate.of(2024, 4, 1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2024, 令和6年度", "2019, 令和元年度", "2018, 平成30年度", "1988, 昭和63年度", "1989, 平成元年度"})
    void words_sayTheEra(int year, String words) {
        assertThat(new FiscalYear(year).words()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2024, 2024",
        "２０２４年度, 2024",
        "令和6年度, 2024",
        "令和６年, 2024",
        "R6, 2024",
        "R元年度, 2019",
        "平成30年度, 2018",
        "H 30 年度, 2018"
    })
    void parse_readsWhatPeopleWrite(String written, int year) {
        assertThat(FiscalYear.parse(written)).contains(new FiscalYear(year));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6", "令和", "平成99年度", "2024-04-01"})
    void parse_whenItIsNoYear_isEmpty(String written) {
        assertThat(FiscalYear.parse(written)).isEmpty();
    }
}
