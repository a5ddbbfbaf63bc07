package tsunagi.server.console.window;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.calendar.JapaneseDays;
import tsunagi.records.v1.Approach;
import tsunagi.records.v1.ApproachAnswer;
import tsunagi.records.v1.RecordType;
import tsunagi.server.console.page.Page;
import tsunagi.server.storage.Database;
import tsunagi.server.words.DatabaseNames;
import tsunagi.server.words.NameSource;
import tsunagi.server.words.RecordWords;

/** Reads approaches as a board: a column a result, in each what has to be asked again first. */
final class ApproachesReader {
    private static final int CARDS_SHOWN = 50;

    private static final List<ApproachAnswer> COLUMNS = List.of(
            ApproachAnswer.APPROACH_ANSWER_UNSPECIFIED,
            ApproachAnswer.APPROACH_ANSWER_INTERESTED,
            ApproachAnswer.APPROACH_ANSWER_LATER,
            ApproachAnswer.APPROACH_ANSWER_ACCEPTED,
            ApproachAnswer.APPROACH_ANSWER_DECLINED,
            ApproachAnswer.APPROACH_ANSWER_NONE);

    private final Database database;
    private final Clock clock;

    ApproachesReader(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    ApproachBoard board(Page page, UUID teamId) {
        return database.read(connection -> {
            Map<ApproachAnswer, List<Approach>> byAnswer =
                    WindowNames.living(connection, teamId, RecordType.RECORD_TYPE_APPROACH, Approach.parser())
                            .values()
                            .stream()
                            .sorted(Comparator.comparing((Approach approach) -> retry(approach))
                                    .thenComparing(Comparator.comparing(Approach::getApproachedOn)
                                            .reversed()))
                            .collect(Collectors.groupingBy(
                                    approach -> approach.getResult().getAnswer()));
            return new DatabaseNames(connection, teamId, page.language())
                    .allFor(names -> board(page, teamId, byAnswer, names));
        });
    }

    /** Behind all days where there is none. */
    private static String retry(Approach approach) {
        String retry = approach.getResult().getRetryOn();
        return retry.isEmpty() ? "9999" : retry;
    }

    private ApproachBoard board(
            Page page, UUID teamId, Map<ApproachAnswer, List<Approach>> byAnswer, NameSource names) {
        List<ApproachBoard.Column> columns = new ArrayList<>();
        for (ApproachAnswer answer : COLUMNS) {
            List<Approach> all = byAnswer.getOrDefault(answer, List.of());
            List<ApproachBoard.Card> cards = all.stream()
                    .limit(CARDS_SHOWN)
                    .map(approach -> card(page, teamId, approach, names))
                    .toList();
            String title = answer == ApproachAnswer.APPROACH_ANSWER_UNSPECIFIED
                    ? page.say("window.approach.waiting")
                    : RecordWords.in(page.language()).value(answer);
            columns.add(new ApproachBoard.Column(title, all.size(), cards));
        }
        return new ApproachBoard(columns);
    }

    private ApproachBoard.Card card(Page page, UUID teamId, Approach approach, NameSource names) {
        RecordWords words = RecordWords.in(page.language());
        String today = LocalDate.ofInstant(clock.instant(), JapaneseDays.TIME).toString();
        String who = approach.getWorkplaceId().isEmpty()
                ? page.say("window.approach.many", page.number(approach.getApproachedWorkplaces()))
                : WindowNames.record(teamId, RecordType.RECORD_TYPE_WORKPLACE, approach.getWorkplaceId(), names);
        List<String> reasons = new ArrayList<>();
        approach.getResult().getReasonsList().forEach(reason -> reasons.add(words.value(reason)));
        WindowNames.some(approach.getResult().getReasonWords()).ifPresent(reasons::add);
        Optional<String> retry = WindowNames.some(approach.getResult().getRetryOn());
        return new ApproachBoard.Card(
                who,
                approach.getApproachedOn().isEmpty() ? "" : page.days().day(approach.getApproachedOn()),
                approach.getChannelValue() == 0 ? "" : words.value(approach.getChannel()),
                WindowNames.some(String.join("、", reasons)),
                retry.map(day -> page.days().day(day)),
                retry.isPresent() && retry.get().compareTo(today) <= 0,
                WindowNames.some(approach.getRemarks()));
    }
}
