package tsunagi.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.server.intake.IntakeScenario.NOW;
import static tsunagi.server.intake.IntakeScenario.SUPERVISOR;
import static tsunagi.server.intake.IntakeScenario.TEAM;
import static tsunagi.server.intake.IntakeScenario.change;
import static tsunagi.server.intake.IntakeScenario.edit;
import static tsunagi.server.intake.IntakeScenario.key;
import static tsunagi.server.intake.IntakeScenario.named;
import static tsunagi.server.intake.IntakeScenario.saw;
import static tsunagi.server.intake.IntakeScenario.wallClock;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.change.FieldPath;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Visit;
import tsunagi.server.intake.IntakeScenario.Tablet;
import tsunagi.server.storage.ChangeLog;
import tsunagi.server.storage.Epoch;
import tsunagi.server.storage.Epochs;
import tsunagi.server.storage.LoggedChange;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.Change;
import tsunagi.sync.v1.ParkReason;
import tsunagi.sync.v1.Verdict;

/** What is said of changes that meet others, who they are put down to, and what happens when one breaks the rest. */
@StorageContract
class TeamIntakeTest {
    private static final RecordKey VISIT = key("visit", Visit.getDefaultInstance());
    private static final int VISIT_ON = Visit.VISIT_ON_FIELD_NUMBER;
    private static final int THEMES = Visit.THEME_KEYS_FIELD_NUMBER;

    private IntakeScenario scenario;
    private Tablet nurse;
    private Tablet colleague;

    @BeforeEach
    void start(TestStorage storage) {
        scenario = new IntakeScenario(storage);
        nurse = scenario.tablet("A");
        colleague = scenario.tablet("B");
    }

    @AfterEach
    void stop() {
        scenario.close();
    }

    private static Visit on(String day) {
        return Visit.newBuilder().setVisitOn(day).build();
    }

    private static Visit about(String theme) {
        return Visit.newBuilder().addThemeKeys(theme).build();
    }

    // Meeting others

    @Test
    void take_whenTwoSetOneFieldUnseen_keepsBothAndSaysConflicted() {
        nurse.hands(edit("c1", VISIT, on("2026-07-26")));

        Verdict verdict = colleague.hand(edit("d1", VISIT, on("2026-08-31")));

        assertThat(verdict.getConflicted().getRevision()).isEqualTo(2);
        assertThat(verdict.getConflicted().getPathsList())
                .containsExactly(FieldPath.field(VISIT_ON).toProto());
        assertThat(scenario.record(VISIT).conflicts()).containsOnlyKeys(FieldPath.field(VISIT_ON));
    }

    @Test
    void take_whenTheSchemaCanUnite_saysMerged() {
        nurse.hands(edit("c1", VISIT, about("low back")));

        Verdict verdict = colleague.hand(edit("d1", VISIT, about("falls")));

        assertThat(verdict.getMerged().getPathsList())
                .containsExactly(FieldPath.field(THEMES).toProto());
        assertThat(scenario.body(VISIT, Visit.getDefaultInstance()).getThemeKeysList())
                .containsExactly("low back", "falls");
    }

    @Test
    void take_whenChangesOfOneGroupMeet_seesThemInTheirOrder() {
        List<IntakeResult> results = scenario.intake()
                .take(List.of(
                        nurse.submission(1, edit("c1", VISIT, about("low back"))),
                        colleague.submission(1, edit("d1", VISIT, about("falls"))),
                        nurse.submission(2, edit("c2", VISIT, about("sleep"), saw(THEMES, "c1")))));

        assertThat(results)
                .extracting(
                        result -> ((Judged) result).changes().get(0).verdict().getOutcomeCase())
                .containsExactly(Verdict.OutcomeCase.ACCEPTED, Verdict.OutcomeCase.MERGED, Verdict.OutcomeCase.MERGED);
        assertThat(scenario.body(VISIT, Visit.getDefaultInstance()).getThemeKeysList())
                .containsExactly("falls", "sleep");
    }

    @Test
    void take_whenAPastMergeMatters_findsItsResultInTheLog() {
        nurse.hands(edit("c1", VISIT, about("low back")));
        colleague.hands(edit("d1", VISIT, about("falls")));

        // The colleague saw what the merge made and takes one theme out; the nurse adds one on what she sees, too.
        colleague.hands(edit("d2", VISIT, about("low back"), saw(THEMES, "c1", "d1")));
        nurse.hands(edit(
                "c2",
                VISIT,
                Visit.newBuilder()
                        .addThemeKeys("low back")
                        .addThemeKeys("falls")
                        .addThemeKeys("sleep")
                        .build(),
                saw(THEMES, "c1", "d1")));

        assertThat(scenario.body(VISIT, Visit.getDefaultInstance()).getThemeKeysList())
                .containsExactly("low back", "sleep");
    }

    @Test
    void take_whenADeleteMeetsAnUnseenEdit_keepsTheRecordAlive() {
        nurse.hands(edit("c1", VISIT, on("2026-07-26")));
        colleague.hands(edit("d1", VISIT, on("2026-08-31"), saw(VISIT_ON, "c1")));

        Verdict verdict = nurse.hand(change("c2", VISIT, Action.ACTION_DELETE, saw(VISIT_ON, "c1")));

        assertThat(verdict.getMerged().getKeptAlive()).isTrue();
        assertThat(scenario.record(VISIT).revision()).isEqualTo(3);
    }

    @Test
    void take_whenTheBaseWasLostInARestore_trustsIt() {
        nurse.hands(edit("c1", VISIT, on("2026-07-26")));
        openNewEpoch();

        Verdict verdict = nurse.hand(edit("c3", VISIT, on("2026-08-31"), saw(VISIT_ON, "c2, which was lost")));

        assertThat(verdict.hasAccepted()).isTrue();
    }

    // Putting down

    @Test
    void take_whenTaken_putsItDownToAuthorBodyAndTimeAsOfWhenItWasMade() {
        nurse.hands(
                edit("c1", VISIT, on("2026-07-26"), writer -> writer.by(SUPERVISOR, wallClock(NOW.minusSeconds(9)))));

        LoggedChange logged = logged("c1");

        assertThat(logged.by().getPersonId()).isEqualTo(SUPERVISOR);
        assertThat(logged.by().getBodyId()).isEqualTo("city");
        assertThat(logged.by().getCorrectedAtMs()).isEqualTo(NOW.minusSeconds(9).toEpochMilli());
        assertThat(logged.receivedAtMs()).isEqualTo(NOW.toEpochMilli());
        assertThat(logged.originDeviceId()).isEqualTo(nurse.id);
    }

    @Test
    void take_whenTheDeviceBelievesIn1970_correctsItsTime() {
        ClockOffset in1970 = new ClockOffset(NOW.toEpochMilli(), wallClock(NOW.minus(Duration.ofDays(20_000))));
        Change change = edit(
                "c1",
                VISIT,
                on("2026-07-26"),
                writer -> writer.by(SUPERVISOR, wallClock(NOW.minus(Duration.ofDays(20_001)))));

        scenario.intake().take(List.of(new Submission(TEAM, nurse.id, nurse.id, in1970, 1, List.of(change))));

        assertThat(logged("c1").by().getCorrectedAtMs())
                .isEqualTo(NOW.minus(Duration.ofDays(1)).toEpochMilli());
        assertThat(logged("c1").by().getClockWasWrong()).isTrue();
    }

    // Breaking

    @Test
    void take_whenOneChangeBreaksItsTransaction_parksThatOneAndTakesTheOthers() {
        breakOn("c5");
        Change[] changes = new Change[8];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = edit("c" + (i + 1), key("visit " + i, Visit.getDefaultInstance()), on("2026-07-26"));
        }

        List<IntakeResult> results = scenario.intake()
                .take(List.of(
                        nurse.submission(1, changes), colleague.submission(1, edit("d1", VISIT, on("2026-07-26")))));

        List<Verdict> verdicts = ((Judged) results.get(0))
                .changes().stream().map(Judged.One::verdict).toList();
        assertThat(verdicts).filteredOn(Verdict::hasAccepted).hasSize(7);
        assertThat(verdicts.get(4).getParked().getReason()).isEqualTo(ParkReason.PARK_REASON_SERVER_FAULT);
        assertThat(verdicts).extracting(Verdict::getOrdinal).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(((Judged) results.get(1)).changes().get(0).verdict().hasAccepted())
                .isTrue();
        assertThat(scenario.waiting()).extracting(ParkedChange::wire).containsExactly(changes[4]);
    }

    @Test
    void takeTeams_whenAChangeOfOneBreaksTheTransaction_takesTheOthersAllTheSame() {
        UUID otherTeam = named("a team that nobody here knows");
        RecordKey otherVisit = new RecordKey(otherTeam, VISIT.type(), VISIT.id());
        breakOn("c2");

        List<List<IntakeResult>> results = scenario.intake()
                .takeTeams(List.of(
                        List.of(nurse.submission(
                                1,
                                edit("c1", VISIT, on("2026-07-26")),
                                edit("c2", VISIT, on("2026-07-27"), saw(VISIT_ON, "c1")))),
                        List.of(colleague.submission(otherTeam, 1, edit("d1", otherVisit, on("2026-07-26"))))));

        assertThat(verdicts(results.get(0)))
                .extracting(Verdict::getOutcomeCase)
                .containsExactly(Verdict.OutcomeCase.ACCEPTED, Verdict.OutcomeCase.PARKED);
        assertThat(verdicts(results.get(1)))
                .extracting(verdict -> verdict.getParked().getReason())
                .containsExactly(ParkReason.PARK_REASON_TEAM_UNKNOWN);
        assertThat(scenario.team().head()).isEqualTo(1);
    }

    private static List<Verdict> verdicts(List<IntakeResult> results) {
        return results.stream()
                .flatMap(result -> ((Judged) result).changes().stream())
                .map(Judged.One::verdict)
                .toList();
    }

    @Test
    void take_whenABrokenGroupHoldsAClone_takesNothingOfTheClone() {
        nurse.hands(edit("c1", VISIT, on("2026-07-26")));
        breakOn("d1");

        Judged judged = (Judged) nurse.handsAt(
                1,
                edit("x1", VISIT, on("2026-08-01")),
                edit("d1", VISIT, on("2026-08-02")),
                edit("x3", VISIT, on("2026-08-03")));

        assertThat(judged.changes()).extracting(Judged.One::verdict).allMatch(Verdict::hasCloned);
        assertThat(scenario.team().head()).isEqualTo(1);
    }

    private void breakOn(String changeName) {
        scenario.refusesToLog(named(changeName));
    }

    private void openNewEpoch() {
        Epochs epochs = new Epochs(IntakeScenario.clock(), UUID::randomUUID);
        Epoch current = epochs.ensureOpen(scenario.database());
        scenario.write(connection -> epochs.openNew(connection, current, Long.MAX_VALUE, "a test set it back"));
    }

    private LoggedChange logged(String changeName) {
        return scenario.read(connection ->
                new ChangeLog().find(connection, TEAM, named(changeName)).orElseThrow());
    }
}
