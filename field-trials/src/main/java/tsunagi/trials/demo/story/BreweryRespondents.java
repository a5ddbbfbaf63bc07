package tsunagi.trials.demo.story;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tsunagi.matchcode.RoundCodes;
import tsunagi.records.v1.AgeBand;
import tsunagi.records.v1.Employment;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Sex;
import tsunagi.trials.demo.story.BreweryWorkers.Worker;

/**
 * Who answers at the brewery. Before: 31 of 34 hand a sheet in, and that of the last one is invalid. Then respondents 29
 * and 30 leave and one is hired. After: 1 to 24 are matched, 25 and 26 write a wrong code, 27 and 28 hand nothing in,
 * 31 does, and so does the one who is new.
 */
final class BreweryRespondents {
    static final int SLIPS_BEFORE = 34;
    static final int BACK_BEFORE = 31;
    static final int INVALID_BEFORE = 31;
    static final int MATCHED = 24;
    static final List<Integer> WRONG_CODES = List.of(25, 26);
    static final List<Integer> LEAVERS = List.of(29, 30);
    static final int HIRED = 35;

    private static final RoundCodes CODES = new RoundCodes(UUID.fromString(BreweryQuestionnaireBefore.ROUND));
    private static final Worker NEW_ONE =
            new Worker("由良 美紀", "ゆら みき", "bottling", Employment.EMPLOYMENT_PART_TIME, '-', '-');
    private static final List<String> NO_SHEET = List.of("なかじょう まなぶ", "ほりえ のぶこ", "やじま しず");

    private BreweryRespondents() {}

    /** Everybody who works there before, or after. */
    static List<Worker> staff(boolean isAfter) {
        if (!isAfter) {
            return BreweryWorkers.all();
        }
        List<Worker> leavers = LEAVERS.stream().map(BreweryRespondents::worker).collect(Collectors.toList());
        return Stream.concat(
                        BreweryWorkers.all().stream().filter(worker -> !leavers.contains(worker)), Stream.of(NEW_ONE))
                .collect(Collectors.toList());
    }

    /** The respondents who hand a sheet in after. */
    static List<Integer> backAfter() {
        return IntStream.concat(
                        IntStream.rangeClosed(1, MATCHED),
                        Stream.concat(WRONG_CODES.stream(), Stream.of(INVALID_BEFORE, HIRED))
                                .mapToInt(Integer::intValue))
                .boxed()
                .collect(Collectors.toList());
    }

    /** The code respondent {@code n} writes on the sheet after. */
    static String codeAfter(int n) {
        return code(WRONG_CODES.contains(n) ? n + 600 : n);
    }

    /** The code on the slip with this number, as it was handed out before. */
    static String code(int slip) {
        return CODES.code(slip - 1).digits();
    }

    /** What a sheet says about the respondent besides the code. */
    static void describe(Response.Builder sheet, int n) {
        Worker worker = worker(n);
        sheet.setDepartmentKey(worker.department())
                .setEmployment(worker.employment())
                .setSex(n % 9 == 0 ? Sex.SEX_OTHER : n % 2 == 0 ? Sex.SEX_FEMALE : Sex.SEX_MALE)
                .setAgeBand(AgeBand.forNumber(AgeBand.AGE_BAND_20_29_VALUE + n % 5));
    }

    private static Worker worker(int n) {
        if (n == HIRED) {
            return NEW_ONE;
        }
        List<Worker> answering = BreweryWorkers.all().stream()
                .filter(worker -> !NO_SHEET.contains(worker.reading()))
                .collect(Collectors.toList());
        // 11 and 31 have no common divisor: everybody is somebody, and codes do not follow the list of names.
        return answering.get(n * 11 % answering.size());
    }
}
