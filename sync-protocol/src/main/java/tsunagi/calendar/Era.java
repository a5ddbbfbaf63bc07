package tsunagi.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/** An era of the Japanese calendar (元号). Written out here because Android 8 does not know 令和. */
enum Era {
    MEIJI("明治", '明', 'M', LocalDate.of(1868, Month.OCTOBER, 23), 1912),
    TAISHO("大正", '大', 'T', LocalDate.of(1912, Month.JULY, 30), 1926),
    SHOWA("昭和", '昭', 'S', LocalDate.of(1926, Month.DECEMBER, 25), 1989),
    HEISEI("平成", '平', 'H', LocalDate.of(1989, Month.JANUARY, 8), 2019),
    REIWA("令和", '令', 'R', LocalDate.of(2019, Month.MAY, 1), 2999);

    private final String word;
    private final char shortWord;
    private final char letter;
    private final LocalDate firstDay;
    private final int lastYear;

    Era(String word, char shortWord, char letter, LocalDate firstDay, int lastYear) {
        this.word = word;
        this.shortWord = shortWord;
        this.letter = letter;
        this.firstDay = firstDay;
        this.lastYear = lastYear;
    }

    String word() {
        return word;
    }

    char letter() {
        return letter;
    }

    /** The era's name as people write it: in full, its first character, or its letter. */
    static Optional<Era> named(String written) {
        for (Era era : values()) {
            boolean isShort = written.length() == 1
                    && (written.charAt(0) == era.shortWord || Character.toUpperCase(written.charAt(0)) == era.letter);
            if (isShort || written.equals(era.word)) {
                return Optional.of(era);
            }
        }
        return Optional.empty();
    }

    /** The era of a day; empty for days before 明治. */
    static Optional<Era> of(LocalDate day) {
        for (int i = values().length - 1; i >= 0; i--) {
            if (!day.isBefore(values()[i].firstDay)) {
                return Optional.of(values()[i]);
            }
        }
        return Optional.empty();
    }

    /** The calendar year of a year of the era; empty when the era had no such year. */
    Optional<Integer> calendarYear(int yearOfEra) {
        int year = firstDay.getYear() + yearOfEra - 1;
        return yearOfEra >= 1 && year <= lastYear ? Optional.of(year) : Optional.empty();
    }

    int yearOfEra(int calendarYear) {
        return calendarYear - firstDay.getYear() + 1;
    }
}
