package tsunagi.server.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.change.FieldPath;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;
import tsunagi.server.desk.Desk;
import tsunagi.server.desk.DeskEdit;
import tsunagi.server.intake.Erasure;
import tsunagi.server.intake.ErasureList;
import tsunagi.server.intake.TeamIntake;
import tsunagi.server.plaintables.PlainTables;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;
import tsunagi.server.team.Members;
import tsunagi.server.team.Membership;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.Role;

/** Asking back, looking at records and leaving them out, by themselves and before the plain tables have followed. */
@StorageContract
final class ReviewingTest {
    private static final UUID TEAM = UUID.randomUUID();
    private static final String NURSE = UUID.randomUUID().toString();
    private static final String SUPERVISOR = UUID.randomUUID().toString();
    private static final RecordSchemas SCHEMAS = RecordSchemas.standard();
    private static final ChangeReader READER = new ChangeReader(SCHEMAS, ChangeLimits.STANDARD);
    private static final Optional<String> FIRST = Optional.empty();

    private final TickingClock clock = new TickingClock();
    private Database database;
    private PlainTables tables;
    private Desk desk;
    private Reviewing reviewing;
    private ReviewLists lists;

    /** A minute passes with each look at it, so that nothing happens at one time. */
    private static final class TickingClock extends Clock {
        private Instant now = Instant.parse("2026-07-26T05:00:00Z");

        @Override
        public Instant instant() {
            now = now.plus(Duration.ofMinutes(1));
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /** Nothing is erased here. */
    private static final class NoErasures implements ErasureList {
        @Override
        public List<Erasure> all() {
            return List.of();
        }

        @Override
        public void append(List<Erasure> erasures) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeEach
    void open(TestStorage storage) {
        database = storage.open("server");
        database.<Void>write(connection -> {
            new Teams().open(connection, TEAM, "sake brewery");
            new Members().put(connection, membership(NURSE, Role.ROLE_MEMBER));
            new Members().put(connection, membership(SUPERVISOR, Role.ROLE_SUPERVISOR));
            return null;
        });
        tables = new PlainTables(database, new RecordRows(), SCHEMAS);
        tables.prepare();
        TeamIntake teams = new TeamIntake(database, SCHEMAS, READER, new NoErasures(), clock);
        desk = new Desk(
                database, submission -> teams.take(List.of(submission)).get(0), READER, clock, UUID::randomUUID);
        reviewing = new Reviewing(database, desk, clock, UUID::randomUUID);
        lists = new ReviewLists(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Membership membership(String person, Role role) {
        return new Membership(TEAM, person, Optional.of("city"), role, 0, OptionalLong.empty(), OptionalLong.empty());
    }

    private RecordKey visit(String needs) {
        RecordKey key = new RecordKey(TEAM, RecordType.RECORD_TYPE_VISIT_VALUE, UUID.randomUUID());
        says(NURSE, key, needs);
        return key;
    }

    private void says(String person, RecordKey visit, String needs) {
        Visit said = Visit.newBuilder().setNeeds(needs).setVisitOn("2026-07-20").build();
        desk.write(TEAM, person, List.of(DeskEdit.of(desk.show(visit), said)));
    }

    private Reviewed ask(List<RecordKey> records, String text) {
        return reviewing.ask(TEAM, SUPERVISOR, records, new Question(text, Optional.empty(), Optional.empty()));
    }

    private List<String> open() {
        return questions(lists.open(TEAM, FIRST, 50));
    }

    private static List<String> questions(ReviewList<AskedQuestion> list) {
        return list.rows().stream().map(row -> row.asked().getQuestion()).toList();
    }

    private void follow() {
        tables.catchUp(TEAM);
    }

    @Test
    void ask_goesToWhoeverWroteTheRecord_andIsListedAtOnce_untilItIsAnswered() {
        RecordKey visit = visit("back pain");
        says(SUPERVISOR, visit, "back pains");

        ask(List.of(visit), "how many?");

        assertThat(lists.open(TEAM, FIRST, 50).rows()).singleElement().satisfies(question -> {
            assertThat(question.asked().getAskedPersonId()).isEqualTo(NURSE);
            assertThat(question.askedOn()).isEqualTo("2026-07-26");
        });
        follow();
        assertThat(open()).containsExactly("how many?");

        AskedQuestion question = reviewing.about(visit).questions().get(0);
        reviewing.answer(TEAM, NURSE, question, "seven");

        assertThat(open()).isEmpty();
        assertThat(questions(lists.answered(TEAM, FIRST, 50))).containsExactly("how many?");
        assertThat(lists.counts(TEAM)).isEqualTo(new ReviewCounts(0, 1, 0, 0));
        reviewing.lookedAt(TEAM, SUPERVISOR, List.of(visit));
        assertThat(lists.counts(TEAM).answered()).isZero();
        follow();
        assertThat(questions(lists.answered(TEAM, FIRST, 50))).containsExactly("how many?");
    }

    @Test
    void ask_aboutAField_goesToWhoeverWroteThatField() {
        RecordKey visit = visit("back pain");
        says(SUPERVISOR, visit, "back pains");

        reviewing.ask(
                TEAM,
                NURSE,
                List.of(visit),
                new Question("why?", Optional.empty(), Optional.of(Visit.NEEDS_FIELD_NUMBER)));

        AskedQuestion asked = reviewing.about(visit).questions().get(0);
        assertThat(asked.asked().getAskedPersonId()).isEqualTo(SUPERVISOR);
        assertThat(asked.field()).contains(FieldPath.field(Visit.NEEDS_FIELD_NUMBER));
    }

    @Test
    void undo_takesBackWhatWasSaidOfMany_butNotWhatSomebodySaidSince() {
        List<RecordKey> visits = List.of(visit("a"), visit("b"), visit("c"));
        Reviewed first = reviewing.leaveOut(TEAM, SUPERVISOR, visits, "practice");
        Reviewed second = reviewing.leaveOut(TEAM, SUPERVISOR, List.of(visits.get(0)), "twice");

        reviewing.undo(TEAM, SUPERVISOR, first.saveId(), first.firstRevision(), first.lastRevision());

        assertThat(reviewing.about(visits.get(0)).whyLeftOut()).isEqualTo("twice");
        assertThat(reviewing.about(visits.get(1)).isLeftOut()).isFalse();
        assertThat(reviewing.about(visits.get(2)).isLeftOut()).isFalse();
        reviewing.undo(TEAM, SUPERVISOR, second.saveId(), second.firstRevision(), second.lastRevision());
        assertThat(reviewing.about(visits.get(0)).whyLeftOut()).isEqualTo("practice");

        Reviewed asked = ask(visits, "really?");
        assertThat(open()).hasSize(3);
        reviewing.undo(TEAM, NURSE, asked.saveId(), asked.firstRevision(), asked.lastRevision());
        assertThat(open())
                .as("what another person said is not hers to take back")
                .hasSize(3);
        reviewing.undo(TEAM, SUPERVISOR, asked.saveId(), asked.firstRevision(), asked.lastRevision());
        assertThat(open()).isEmpty();
    }

    @Test
    void leaveOut_countsNowhere_untilItCountsAgain() {
        RecordKey visit = visit("a");
        visit("b");
        reviewing.leaveOut(TEAM, SUPERVISOR, List.of(visit), "practice");

        assertThat(lists.leftOut(TEAM, FIRST, 50).rows()).hasSize(1);
        follow();
        assertThat(lists.leftOut(TEAM, FIRST, 50).rows())
                .extracting(ReviewOf::whyLeftOut)
                .containsExactly("practice");
        assertThat(visitsDone()).isEqualTo(1);

        reviewing.countAgain(TEAM, SUPERVISOR, List.of(visit));
        assertThat(lists.leftOut(TEAM, FIRST, 50).rows()).isEmpty();
        follow();
        assertThat(visitsDone()).isEqualTo(2);
    }

    private int visitsDone() {
        return database.read(connection -> Sql.of(
                        connection,
                        "SELECT COUNT(*) AS number FROM counted_work WHERE team_id = ? AND kind = 'visit'",
                        TEAM.toString())
                .first(row -> row.smallNumber("number"))
                .orElseThrow());
    }

    @Test
    void unseen_isWhatMovedSinceTheTeamBegan_andSinceSomebodyLooked_withWhatChanged() {
        RecordKey before = visit("before");
        lists.set(TEAM, OptionalLong.of(clock.millis()));
        RecordKey after = visit("after");
        follow();
        assertThat(unseen()).containsExactly(after);

        reviewing.lookedAt(TEAM, SUPERVISOR, List.of(after));
        assertThat(unseen()).as("before the plain tables have followed").isEmpty();
        follow();
        Reviewed again = reviewing.lookedAt(TEAM, SUPERVISOR, List.of(after));
        follow();
        reviewing.undo(TEAM, SUPERVISOR, again.saveId(), again.firstRevision(), again.lastRevision());
        assertThat(unseen()).isEmpty();
        assertThat(lists.counts(TEAM).unseen()).isZero();

        says(NURSE, after, "after all");
        says(NURSE, before, "before all");
        follow();
        assertThat(unseen()).containsExactly(before, after);
        Reviewed tooSoon = reviewing.lookedAt(TEAM, SUPERVISOR, List.of(before));
        follow();
        reviewing.undo(TEAM, SUPERVISOR, tooSoon.saveId(), tooSoon.firstRevision(), tooSoon.lastRevision());
        assertThat(unseen()).as("taken back a moment ago").containsExactly(before, after);
        long lookedMs = reviewing.about(after).checkedAtMs().getAsLong();
        List<MovedField> moved =
                database.read(connection -> new ChangesSince().of(connection, desk.show(after), lookedMs));
        assertThat(moved).singleElement().satisfies(field -> {
            assertThat(field.path().number()).isEqualTo(Visit.NEEDS_FIELD_NUMBER);
            assertThat(field.before().toStringUtf8()).endsWith("after");
            assertThat(field.now().toStringUtf8()).endsWith("after all");
            assertThat(field.by().getPersonId()).isEqualTo(NURSE);
        });

        lists.set(TEAM, OptionalLong.empty());
        assertThat(unseen()).isEmpty();
    }

    private List<RecordKey> unseen() {
        return lists.unseen(TEAM, FIRST, 50).rows().stream()
                .map(UnseenRecord::key)
                .toList();
    }

    @Test
    void pages_showEveryQuestionOnce_theFollowedAndTheFresh() {
        List<RecordKey> visits = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            visits.add(visit("visit " + i));
        }
        ask(visits, "followed");
        reviewing.leaveOut(TEAM, SUPERVISOR, visits, "practice");
        follow();
        ask(visits, "fresh");
        reviewing.answer(
                TEAM, NURSE, reviewing.about(visits.get(3)).openQuestions().get(0), "");

        List<String> keys = new ArrayList<>();
        ReviewList<AskedQuestion> page = lists.open(TEAM, FIRST, 3);
        page.rows().forEach(row -> keys.add(row.questionKey()));
        while (page.next().isPresent()) {
            page = lists.open(TEAM, page.next(), 3);
            page.rows().forEach(row -> keys.add(row.questionKey()));
        }
        assertThat(keys).hasSize(13).doesNotHaveDuplicates();

        List<RecordKey> leftOut = new ArrayList<>();
        ReviewList<ReviewOf> some = lists.leftOut(TEAM, FIRST, 3);
        some.rows().forEach(row -> leftOut.add(row.about()));
        while (some.next().isPresent()) {
            some = lists.leftOut(TEAM, some.next(), 3);
            some.rows().forEach(row -> leftOut.add(row.about()));
        }
        assertThat(leftOut).containsExactlyInAnyOrderElementsOf(visits);
    }
}
