package tsunagi.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JapaneseDaysTest {
    @ParameterizedTest
    @CsvSource({
        "2024-07-26, 2024-07-26",
        "2024/7/26, 2024-07-26",
        "2024.7.26, 2024-07-26",
        "2024年7月26日, 2024-07-26",
        "2024年7月26日(金), 2024-07-26",
        "２０２４年７月２６日（金曜日）, 2024-07-26",
        "20240726, 2024-07-26",
        "2024-07-26T00:00, 2024-07-26",
        "2024-07-26 00:00:00, 2024-07-26",
        "令和6年7月26日, 2024-07-26",
        "令和 6 年 7 月 26 日, 2024-07-26",
        "令和元年5月1日, 2019-05-01",
        "令和元年4月1日, 2019-04-01",
        "R6.7.26, 2024-07-26",
        "r06/07/26, 2024-07-26",
        "R.6.7.26, 2024-07-26",
        "令6.7.26, 2024-07-26",
        "平成31年4月30日, 2019-04-30",
        "H31.4.30, 2019-04-30",
        "昭和64年1月7日, 1989-01-07",
        "S50-3-3, 1975-03-03",
        "大正15年12月24日, 1926-12-24",
        "明治45年7月29日, 1912-07-29",
        "令和6年2月29日, 2024-02-29",
    })
    void parse_readsWhatPeopleWrite(String written, LocalDate day) {
        assertThat(JapaneseDays.parse(written)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "2024-02-30",
                "令和5年2月29日",
                "昭和99年1月1日",
                "平成0年1月1日",
                "7月26日",
                "X6.7.26",
                "2024-13-01",
                "令和6年度",
                "未定",
                "2024-07-26 09:30",
                "45499"
            })
    void parse_whenItIsNoDay_isEmpty(String written) {
        assertThat(JapaneseDays.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-07-26, 令和6年7月26日, R6.7.26",
        "2019-05-01, 令和元年5月1日, R1.5.1",
        "2019-04-30, 平成31年4月30日, H31.4.30",
        "1989-01-08, 平成元年1月8日, H1.1.8",
        "1989-01-07, 昭和64年1月7日, S64.1.7",
        "1926-12-25, 昭和元年12月25日, S1.12.25",
        "1800-01-02, 1800年1月2日, 1800.1.2",
    })
    void format_saysTheEraOfTheDay(LocalDate day, String inFull, String inShort) {
        assertThat(JapaneseDays.format(day)).isEqualTo(inFull);
        assertThat(JapaneseDays.formatShort(day)).isEqualTo(inShort);
    }

    @Test
    void parse_readsEveryDayThatFormatWrites() {
        Random random = new Random(20240726);
        for (int i = 0; i < 5000; i++) {
            LocalDate day = LocalDate.ofEpochDay(random.nextInt(-37_000, 40_000));

            assertThat(JapaneseDays.parse(JapaneseDays.format(day)))
                    .as(day.toString())
                    .contains(day);
            assertThat(JapaneseDays.parse(JapaneseDays.formatShort(day)))
                    .as(day.toString())
                    .contains(day);
        }
    }
}
