package tsunagi.trials.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import tsunagi.calendar.FiscalYear;
import tsunagi.records.v1.RecordType;
import tsunagi.server.search.PageKey;
import tsunagi.server.search.PagePlace;
import tsunagi.server.search.RecordFilter;
import tsunagi.server.search.RecordMark;

/** What somebody at the console asks lists for, of visits and of all types together; hardly twice for the same. */
final class ListsAsked {
    static final PagePlace FIRST = new PagePlace.First();
    private static final int FIRST_YEAR = 2023;
    private static final int YEARS = 4;
    private static final int BODIES = 4;

    /** What many records have, few, and none; in any script. */
    static final List<String> WORDS = List.of(
            "腰痛",
            "麹室",
            "ともしびはま",
            "ともしびはま 腰痛",
            "七重浜3",
            "0138-5",
            "髙橋 酒造",
            "ﾔﾏｻﾞｷ 水産",
            "第二工場 夜勤明け",
            "どこにもないことば",
            "ど こ に も");

    /** A page that is asked for. */
    record Asked(RecordFilter filter, PagePlace place) {}

    private final RecordFilter all;
    private final int times;
    private final List<PageKey> deepKeys;
    private final List<PageKey> deepVisits;
    private final Random random = new Random(5);
    private int next;

    /**
     * Asks for the records of a team.
     *
     * @param times how many times 10,000 records it has
     * @param deepKeys where pages far back begin, of all types and of visits
     */
    ListsAsked(UUID teamId, int times, List<PageKey> deepKeys, List<PageKey> deepVisits) {
        this.all = RecordFilter.of(teamId);
        this.times = times;
        this.deepKeys = deepKeys;
        this.deepVisits = deepVisits;
    }

    /** Lists by what is said about them. */
    Map<String, Supplier<Asked>> lists() {
        RecordFilter visits = all.ofTypes(RecordType.RECORD_TYPE_VISIT);
        Map<String, Supplier<Asked>> lists = new LinkedHashMap<>();
        lists.put("first_of_visits", () -> new Asked(visits, FIRST));
        lists.put("first_of_all", () -> new Asked(all, FIRST));
        lists.put("deep_of_visits", () -> new Asked(visits, new PagePlace.After(one(deepVisits))));
        lists.put("deep_of_all", () -> new Asked(all, new PagePlace.After(one(deepKeys))));
        lists.put("filtered_of_visits", () -> new Asked(filtered(visits), FIRST));
        lists.put("filtered_of_all", () -> new Asked(filtered(all), FIRST));
        lists.put("searched_of_visits", () -> new Asked(visits.withText(nextOf(WORDS)), FIRST));
        lists.put("searched_of_all", () -> new Asked(all.withText(nextOf(WORDS)), FIRST));
        lists.put(
                "searched_deep_of_all",
                () -> new Asked(all.withText(nextOf(WORDS)), new PagePlace.After(one(deepKeys))));
        return lists;
    }

    private RecordFilter filtered(RecordFilter some) {
        next++;
        return switch (next % 10) {
            case 0 -> some.inYear(new FiscalYear(FIRST_YEAR + random.nextInt(YEARS)));
            case 1 ->
                some.atWorkplace(StoreRecords.key(
                                all.teamId(),
                                RecordType.RECORD_TYPE_WORKPLACE,
                                random.nextInt(StoreRecords.WORKPLACES * times))
                        .id());
            case 2 -> some.byPerson(ListsLoad.person(random.nextInt(ListsLoad.PEOPLE)));
            case 3 -> some.byPerson("nobody");
            case 4 -> some.forBody("body-" + random.nextInt(BODIES));
            case 5 -> some.ofDeleted();
            case 6 -> some.withMarks(RecordMark.CONFLICT);
            case 7 -> some.withMarks(RecordMark.PROBLEM);
            case 8 -> some.withMarks(RecordMark.QUESTION);
            default -> some.withMarks(RecordMark.LEFT_OUT);
        };
    }

    private String nextOf(List<String> words) {
        return words.get(next++ % words.size());
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
