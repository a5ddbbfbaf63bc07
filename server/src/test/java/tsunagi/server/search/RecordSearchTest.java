package tsunagi.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.server.plaintables.PlainScenario.TEAM;
import static tsunagi.server.plaintables.PlainScenario.named;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.calendar.FiscalYear;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Contact;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.ReviewAnswer;
import tsunagi.records.v1.ReviewExclusion;
import tsunagi.records.v1.ReviewQuestion;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;
import tsunagi.server.plaintables.PlainScenario;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;
import tsunagi.sync.v1.Candidate;
import tsunagi.sync.v1.Conflict;
import tsunagi.sync.v1.FieldPath;

@StorageContract
final class RecordSearchTest {
    private static final PagePlace FIRST = new PagePlace.First();
    private static final RecordFilter ALL = RecordFilter.of(TEAM);
    private static final RecordFilter VISITS = ALL.ofTypes(RecordType.RECORD_TYPE_VISIT);

    private PlainScenario server;
    private RecordSearch search;

    @BeforeEach
    void open(TestStorage storage) {
        server = new PlainScenario(storage);
        search = new RecordSearch(server.database());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static Visit.Builder visit(String day) {
        return Visit.newBuilder().setVisitOn(day);
    }

    private List<String> found(RecordFilter filter) {
        server.follows();
        return titles(search.page(filter, FIRST, 50));
    }

    /** Each visit by what it needs, other records by their titles. */
    private List<String> titles(RecordPage page) {
        return page.rows().stream()
                .map(line -> line.title().orElse(line.day().orElse("?")))
                .toList();
    }

    @Test
    void page_isNewestFirst_ofOneTypeOrOfAll() {
        server.says("a", visit("2024-05-01").build());
        server.says("b", visit("2024-07-26").build());
        server.says(
                "c",
                Workshop.newBuilder().setTitle("腰痛講座").setHeldOn("2024-06-15").build());
        server.says("d", visit("2023-05-01").build());

        assertThat(found(ALL)).containsExactly("2024-07-26", "腰痛講座", "2024-05-01", "2023-05-01");
        assertThat(found(VISITS)).containsExactly("2024-07-26", "2024-05-01", "2023-05-01");
        assertThat(found(VISITS.inYear(new FiscalYear(2024)))).containsExactly("2024-07-26", "2024-05-01");
        assertThat(found(ALL.onDays(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 6, 15))))
                .containsExactly("腰痛講座", "2024-05-01");
    }

    @Test
    void pages_thereAndBack_showEveryRecordOnce_whicheverTypesAndHoweverManyOnOneDay() {
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            String day = "2024-07-0" + (1 + random.nextInt(4));
            server.says("r" + i, visit(day).build());
            server.says(
                    "r" + i, Workshop.newBuilder().setTitle("w").setHeldOn(day).build());
        }
        server.says("nobody knows when", Workplace.newBuilder().setName("酒造").build());
        server.follows();

        List<RecordLine> there = new ArrayList<>();
        RecordPage page = search.page(ALL, FIRST, 7);
        assertThat(page.previous()).isEmpty();
        there.addAll(page.rows());
        while (page.next().isPresent()) {
            page = search.page(ALL, page.next().get(), 7);
            there.addAll(page.rows());
        }
        List<RecordLine> back = new ArrayList<>(page.rows());
        Collections.reverse(back);
        while (page.previous().isPresent()) {
            page = search.page(ALL, page.previous().get(), 7);
            List<RecordLine> rows = new ArrayList<>(page.rows());
            Collections.reverse(rows);
            back.addAll(rows);
        }
        Collections.reverse(back);

        assertThat(there).hasSize(121).doesNotHaveDuplicates();
        assertThat(there.get(120).title()).contains("酒造");
        assertThat(there).extracting(line -> line.day().orElse("")).isSortedAccordingTo(Collections.reverseOrder());
        // Going back, the first page is filled up from behind, so some are seen twice.
        assertThat(back).containsSubsequence(there.subList(7, 121));
        assertThat(page.rows()).isEqualTo(there.subList(0, 7));
    }

    @Test
    void text_isFoundWhateverTheKanaWidthAndOldCharacters_inTheRecordOrItsWorkplace() {
        server.says(
                "place",
                Workplace.newBuilder()
                        .setName("株式会社灯濵酒造")
                        .setNameReading("ともしびはま")
                        .build());
        server.says(
                "visit",
                visit("2024-07-26")
                        .setWorkplaceId(named("place").toString())
                        .setNeeds("麹室の腰痛")
                        .build());
        server.says(
                "person",
                Contact.newBuilder()
                        .setName("髙橋 一郎")
                        .setWorkplaceId(named("place").toString())
                        .build());
        server.says("other", visit("2024-07-27").setNeeds("腰痛").build());

        assertThat(found(ALL.withText("ﾄﾓｼﾋﾞ"))).containsExactlyInAnyOrder("2024-07-26", "髙橋 一郎", "株式会社灯濵酒造");
        assertThat(found(ALL.withText("灯浜酒造 腰痛"))).containsExactly("2024-07-26");
        assertThat(found(ALL.withText("腰痛"))).containsExactly("2024-07-27", "2024-07-26");
        assertThat(found(ALL.withText("高橋一郎"))).containsExactly("髙橋 一郎");
        assertThat(found(VISITS.withText("(株)灯浜"))).containsExactly("2024-07-26");
        assertThat(found(ALL.withText("浜酒造腰痛"))).isEmpty();
        assertThat(found(ALL.withText("100%_"))).isEmpty();
        assertThat(found(ALL.withText(" 　"))).hasSize(4);
    }

    @Test
    void text_ofAWorkplaceThatWasMerged_findsWhatNamesTheDuplicate() {
        server.says("first", Workplace.newBuilder().setName("トモシビ").build());
        server.says("second", Workplace.newBuilder().setName("灯浜酒造").build());
        server.says(
                "visit",
                visit("2024-07-26").setWorkplaceId(named("first").toString()).build());
        server.follows();
        server.isAbsorbed("first", Workplace.getDefaultInstance(), "second");

        assertThat(found(VISITS.withText("灯浜"))).containsExactly("2024-07-26");
        assertThat(found(VISITS.withText("ともしび"))).isEmpty();
        assertThat(found(VISITS.atWorkplace(named("second")))).containsExactly("2024-07-26");
        assertThat(found(VISITS.atWorkplace(named("first")))).containsExactly("2024-07-26");
        assertThat(found(VISITS.atWorkplace(named("third")))).isEmpty();
        assertThat(search.page(VISITS, FIRST, 1).rows().get(0).workplace())
                .contains(new RecordLine.Workplace(named("second").toString(), Optional.of("灯浜酒造")));
    }

    @Test
    void personAndBody_areFoundWhole_whetherTheyWroteItOrAreNamed() {
        server.says(
                "a",
                visit("2024-07-01")
                        .putMembers(
                                "nurse-1",
                                StaffMember.newBuilder().setBodyId("city").build())
                        .build());
        server.says(
                "b",
                visit("2024-07-02")
                        .putMembers(
                                "nurse-10",
                                StaffMember.newBuilder().setBodyId("city-2").build())
                        .build());
        server.says("c", Participant.newBuilder().setName("山田").build());
        server.isSaidBy(
                "nurse-1",
                Optional.of("city"),
                Instant.parse("2024-07-03T00:00:00Z"),
                3,
                "c",
                RecordType.RECORD_TYPE_PARTICIPANT_VALUE);

        assertThat(found(ALL.byPerson("nurse-1"))).containsExactly("山田", "2024-07-01");
        assertThat(found(ALL.forBody("city"))).containsExactly("山田", "2024-07-01");
        assertThat(found(ALL.byPerson("NURSE-1"))).isEmpty();
        assertThat(found(ALL.byPerson("nurse"))).isEmpty();
        assertThat(search.page(ALL, FIRST, 1).rows().get(0).first())
                .contains(new RecordLine.Said("nurse-1", Instant.parse("2024-07-03T00:00:00Z")));
    }

    @Test
    void marks_narrowTheListAndStandOnItsRows() {
        Conflict conflict = Conflict.newBuilder()
                .setPath(FieldPath.newBuilder().setNumber(14))
                .setOpenedByChangeId(Ids.toBytes(named("change")))
                .addCandidates(Candidate.getDefaultInstance())
                .build();
        Visit fine = visit("2024-07-01")
                .setWorkplaceId(named("place").toString())
                .putMembers("nurse", StaffMember.getDefaultInstance())
                .build();
        server.says("fine", fine);
        server.says("contested", fine.toBuilder().setVisitOn("2024-07-02").build(), conflict);
        server.says("left out", fine.toBuilder().setVisitOn("2024-07-03").build());
        server.says("asked", fine.toBuilder().setVisitOn("2024-07-04").build());
        server.says("answered", fine.toBuilder().setVisitOn("2024-07-05").build());
        server.says("odd", visit("2024-07-06").build());
        server.says(
                "review 1",
                review("left out")
                        .setExclusion(ReviewExclusion.newBuilder().setLeftOut(true))
                        .build());
        ReviewQuestion question = ReviewQuestion.newBuilder().setQuestion("何人?").build();
        server.says("review 2", review("asked").putQuestions("q", question).build());
        server.says(
                "review 3",
                review("answered")
                        .putQuestions("q", question)
                        .putAnswers("q", ReviewAnswer.getDefaultInstance())
                        .setExclusion(ReviewExclusion.newBuilder().setLeftOut(false))
                        .build());

        assertThat(found(VISITS.withMarks(RecordMark.CONFLICT))).containsExactly("2024-07-02");
        assertThat(found(VISITS.withMarks(RecordMark.LEFT_OUT))).containsExactly("2024-07-03");
        assertThat(found(VISITS.withMarks(RecordMark.QUESTION))).containsExactly("2024-07-04");
        assertThat(found(VISITS.withMarks(RecordMark.PROBLEM))).containsExactly("2024-07-06");
        assertThat(found(VISITS.withMarks(RecordMark.PROBLEM, RecordMark.CONFLICT)))
                .isEmpty();
        assertThat(search.page(VISITS, FIRST, 50).rows())
                .extracting(RecordLine::conflicts, line -> line.problems() > 0, RecordLine::openQuestions)
                .extracting(Object::toString)
                .containsExactly(
                        "(0, true, 0)",
                        "(0, false, 0)",
                        "(0, false, 1)",
                        "(0, false, 0)",
                        "(1, false, 0)",
                        "(0, false, 0)");
        assertThat(search.page(VISITS, FIRST, 50).rows())
                .extracting(RecordLine::leftOut)
                .containsExactly(false, false, false, true, false, false);
    }

    private static Review.Builder review(String record) {
        return Review.newBuilder().setAboutId(named(record).toString()).setAboutType(RecordType.RECORD_TYPE_VISIT);
    }

    @Test
    void deleted_areListedAndFoundApart() {
        server.says("a", visit("2024-07-01").build());
        server.deletes("b", visit("2024-07-02").setNeeds("腰痛").build());

        assertThat(found(ALL)).containsExactly("2024-07-01");
        assertThat(found(ALL.ofDeleted())).containsExactly("2024-07-02");
        assertThat(found(ALL.ofDeleted().withText("腰痛"))).containsExactly("2024-07-02");
        assertThat(search.page(ALL.ofDeleted(), FIRST, 9).rows().get(0).deleted())
                .isTrue();
    }

    @Test
    void count_saysHowManyThereAre_andStopsCounting() {
        server.says("a", visit("2024-07-01").setNeeds("腰痛").build());
        server.says("b", visit("2024-07-01").build());
        server.says("c", Workshop.newBuilder().setTitle("w").build());
        server.follows();

        assertThat(search.count(ALL)).isEqualTo(new RecordCount(3, false));
        assertThat(search.page(ALL, FIRST, 2).count()).contains(new RecordCount(3, false));
        assertThat(search.page(VISITS.withText("腰痛"), FIRST, 2).count()).contains(new RecordCount(1, false));
        assertThat(search.count(VISITS.withText("腰痛"))).isEqualTo(new RecordCount(1, false));
        server.saysInOneTransaction(RecordSearch.COUNT_MAX, visit("2024-07-02").build());
        server.follows();
        assertThat(search.count(VISITS)).isEqualTo(new RecordCount(RecordSearch.COUNT_MAX, true));
    }

    @Test
    void pages_ofOneTypeThatHasManyAndOneThatHasFew_showEveryRecordOnce() {
        int many = RecordSearch.COUNT_MAX + 5;
        server.saysInOneTransaction(many, visit("2024-07-02").setNeeds("腰痛").build());
        for (int day = 1; day <= 4; day++) {
            server.says(
                    "w" + day,
                    Workshop.newBuilder()
                            .setTitle("腰痛講座")
                            .setHeldOn("2024-07-0" + day)
                            .build());
        }
        server.says("other", visit("2024-07-02").build());
        server.follows();
        RecordFilter filter = ALL.withText("腰痛");

        RecordPage page = search.page(filter, FIRST, 300);
        assertThat(page.count()).contains(new RecordCount(RecordSearch.COUNT_MAX, true));
        List<RecordLine> there = new ArrayList<>(page.rows());
        while (page.next().isPresent()) {
            page = search.page(filter, page.next().get(), 300);
            there.addAll(page.rows());
        }

        assertThat(there).hasSize(many + 4).doesNotHaveDuplicates();
        assertThat(there).extracting(line -> line.day().orElseThrow()).isSortedAccordingTo(Collections.reverseOrder());
        RecordPage before = search.page(filter, page.previous().orElseThrow(), 300);
        int first = there.indexOf(page.rows().get(0));
        assertThat(before.rows()).isEqualTo(there.subList(first - 300, first));
        assertThat(before.next())
                .contains(new PagePlace.After(before.rows().get(299).pageKey()));
    }

    @Test
    void anotherTeam_isNotSeen() {
        server.says("a", visit("2024-07-01").setNeeds("腰痛").build());
        server.follows();
        RecordFilter other = RecordFilter.of(named("another team"));

        assertThat(found(other)).isEmpty();
        assertThat(found(other.withText("腰痛"))).isEmpty();
        assertThat(search.count(other)).isEqualTo(new RecordCount(0, false));
    }

    @Test
    void lines_areThoseAskedFor_inTheirOrder() {
        server.says("a", visit("2024-07-01").build());
        server.says("b", visit("2024-07-02").build());
        server.follows();
        int type = RecordType.RECORD_TYPE_VISIT_VALUE;
        List<RecordKey> keys = List.of(
                new RecordKey(TEAM, type, named("a")),
                new RecordKey(TEAM, type, named("nobody")),
                new RecordKey(TEAM, type, named("b")));

        assertThat(search.lines(TEAM, keys)).extracting(RecordLine::key).containsExactly(keys.get(0), keys.get(2));
    }
}
