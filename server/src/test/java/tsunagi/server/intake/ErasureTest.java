package tsunagi.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.server.intake.IntakeScenario.absorption;
import static tsunagi.server.intake.IntakeScenario.decision;
import static tsunagi.server.intake.IntakeScenario.edit;
import static tsunagi.server.intake.IntakeScenario.key;
import static tsunagi.server.intake.IntakeScenario.named;
import static tsunagi.server.intake.IntakeScenario.noMessage;
import static tsunagi.server.intake.IntakeScenario.saw;
import static tsunagi.server.intake.IntakeScenario.wallClock;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.merge.Life;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Response;
import tsunagi.server.intake.IntakeScenario.Tablet;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;
import tsunagi.sync.v1.Action;
import tsunagi.sync.v1.Change;
import tsunagi.sync.v1.EndReason;
import tsunagi.sync.v1.ParkReason;
import tsunagi.sync.v1.Verdict;

/** What was withdrawn or destroyed is gone wherever the server keeps things, stays gone, and nothing of it is let in late. */
@StorageContract
class ErasureTest {
    private static final String SECRET = "a secret of the respondent";
    private static final RecordKey SHEET = key("sheet", Response.getDefaultInstance());
    private static final RecordKey SAME_SHEET = key("same sheet", Response.getDefaultInstance());
    private static final int CODE = Response.MATCH_CODE_FIELD_NUMBER;

    private IntakeScenario scenario;
    private Tablet tablet;
    private Tablet other;

    @BeforeEach
    void start(TestStorage storage) {
        scenario = new IntakeScenario(storage);
        tablet = scenario.tablet("A");
        other = scenario.tablet("B");
    }

    @AfterEach
    void stop() {
        scenario.close();
    }

    private static Response secret() {
        return Response.newBuilder().setMatchCode(SECRET).build();
    }

    @Test
    void withdraw_whenTakenIn_erasesWhatWasEverSaid() {
        tablet.hands(edit("c1", SHEET, secret()));
        other.hands(edit(
                "d1", SHEET, Response.newBuilder().setMatchCode(SECRET + "!").build()));

        Verdict verdict = tablet.hand(decision("c2", SHEET, Action.ACTION_WITHDRAW));

        assertThat(verdict.hasAccepted()).isTrue();
        assertThat(scenario.record(SHEET).life())
                .isInstanceOfSatisfying(Life.Ended.class, ended -> assertThat(ended.reason())
                        .isEqualTo(EndReason.END_REASON_WITHDRAWN));
        assertThat(count("change_log WHERE body IS NOT NULL OR results IS NOT NULL"))
                .isZero();
        assertThat(count("change_log")).isEqualTo(3);
        assertThat(hasSecret("change_log", "record", "parked_change", "derived_key"))
                .isFalse();
    }

    @Test
    void withdraw_whenWithinTheGroupThatMadeTheRecord_erasesThatToo() {
        tablet.hands(edit("c1", SHEET, secret()), decision("c2", SHEET, Action.ACTION_WITHDRAW));

        assertThat(hasSecret("change_log", "record")).isFalse();
    }

    @Test
    void destroy_whenTheRecordHadAbsorbedOthers_erasesThemToo() {
        tablet.hands(
                edit("c1", SHEET, Response.getDefaultInstance()),
                edit("c2", SAME_SHEET, secret()),
                absorption("c3", SAME_SHEET, SHEET));

        tablet.hands(decision("c4", SHEET, Action.ACTION_DESTROY));

        assertThat(hasSecret("change_log", "record")).isFalse();
        assertThat(tablet.hand(decision("c5", SAME_SHEET, Action.ACTION_SPLIT))
                        .getErased()
                        .getReason())
                .isEqualTo(EndReason.END_REASON_DESTROYED);
    }

    @Test
    void take_whenItComesTooLate_keepsOnlyTheHeader() {
        tablet.hands(edit("c1", SHEET, secret()), decision("c2", SHEET, Action.ACTION_WITHDRAW));

        Verdict verdict = other.hand(edit("d1", SHEET, secret()));

        assertThat(verdict.getErased().getReason()).isEqualTo(EndReason.END_REASON_WITHDRAWN);
        assertThat(scenario.team().head()).isEqualTo(3);
        assertThat(hasSecret("change_log", "record")).isFalse();
    }

    @Test
    void take_whenItComesTooLateAndIsUnreadable_keepsOnlyTheHeader() {
        tablet.hands(edit("c1", SHEET, secret()), decision("c2", SHEET, Action.ACTION_WITHDRAW));
        Change unreadable = edit("d1", SHEET, secret());
        unreadable = unreadable.toBuilder()
                .setBody(unreadable.getBody().concat(noMessage()))
                .build();

        assertThat(other.hand(unreadable).getParked().getReason()).isEqualTo(ParkReason.PARK_REASON_MALFORMED);

        assertThat(hasSecret("parked_change")).isFalse();
    }

    @Test
    void withdraw_whenChangesOfTheRecordWait_settlesThemAsErased() {
        String stranger = named("stranger").toString();
        tablet.hands(edit("c1", SHEET, secret()));
        other.hands(
                edit("d1", SHEET, secret(), writer -> writer.by(stranger, wallClock(IntakeScenario.NOW))),
                edit("d2", SHEET, secret(), saw(CODE, "d1")));

        tablet.hands(decision("c2", SHEET, Action.ACTION_WITHDRAW));

        assertThat(scenario.waiting()).isEmpty();
        assertThat(other.isToldOf(1L, 2L)).allMatch(Verdict::hasErased);
        assertThat(hasSecret("parked_change", "change_log")).isFalse();
    }

    @Test
    void withdraw_whenHandedInAgain_isAcceptedAgain() {
        Change withdrawal = decision("c2", SHEET, Action.ACTION_WITHDRAW);
        tablet.hands(edit("c1", SHEET, secret()));
        Verdict verdict = tablet.hand(withdrawal);

        assertThat(((Judged) tablet.handsAt(2, withdrawal)).changes().get(0).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void applyErasures_whenARestoredCopyLacksOne_erasesItBeforeAnybodySees() {
        Change first = edit("c1", SHEET, secret());
        Change withdrawal = decision("c2", SHEET, Action.ACTION_WITHDRAW);
        tablet.hands(first);
        scenario.copyTo("older");
        tablet.hands(withdrawal);

        scenario.open("older");
        scenario.intake().applyErasures();
        scenario.intake().applyErasures();

        assertThat(scenario.record(SHEET).life().isErased()).isTrue();
        assertThat(hasSecret("change_log", "record")).isFalse();
        assertThat(scenario.team().head()).isEqualTo(2);
        List<Verdict> again = ((Judged) tablet.handsAt(2, withdrawal))
                .changes().stream().map(Judged.One::verdict).toList();
        assertThat(again).allMatch(Verdict::hasAccepted);
        assertThat(scenario.team().head()).isEqualTo(2);
    }

    @Test
    void applyErasures_whenTheCopyDoesNotKnowThatATwinWentAlong_erasesTheTwinToo() {
        tablet.hands(edit("c1", SHEET, Response.getDefaultInstance()), edit("c2", SAME_SHEET, secret()));
        scenario.copyTo("older");
        tablet.hands(absorption("c3", SAME_SHEET, SHEET), decision("c4", SHEET, Action.ACTION_WITHDRAW));

        scenario.open("older");
        scenario.intake().applyErasures();

        assertThat(scenario.record(SAME_SHEET).life().isErased()).isTrue();
        assertThat(hasSecret("change_log", "record")).isFalse();
    }

    @Test
    void applyErasures_whenTheCopyDoesNotKnowTheRecord_letsNothingOfItIn() {
        Change first = edit("c1", SHEET, secret());
        scenario.copyTo("older");
        tablet.hands(first, decision("c2", SHEET, Action.ACTION_WITHDRAW));

        scenario.open("older");
        scenario.tablet("A");
        scenario.intake().applyErasures();
        Judged judged = (Judged) tablet.handsAt(1, first, decision("c2", SHEET, Action.ACTION_WITHDRAW));

        assertThat(judged.changes())
                .extracting(one -> one.verdict().getOutcomeCase())
                .containsExactly(Verdict.OutcomeCase.ERASED, Verdict.OutcomeCase.ACCEPTED);
        assertThat(hasSecret("change_log", "record")).isFalse();
    }

    @Test
    void applyErasures_whenTheCopyHoldsAnotherChangeAtItsOrdinal_erasesAllTheSame() {
        scenario.copyTo("other_life");
        tablet.hands(edit("c1", SHEET, secret()), decision("c2", SHEET, Action.ACTION_WITHDRAW));

        scenario.open("other_life");
        tablet.handsAt(1, edit("c1", SHEET, secret()), edit("x2", SAME_SHEET, Response.getDefaultInstance()));
        // It was open before its list of erasures was at hand; now the list is.
        scenario.intake().applyErasures();

        assertThat(scenario.record(SHEET).life().isErased()).isTrue();
        assertThat(hasSecret("change_log", "record")).isFalse();
    }

    private boolean hasSecret(String... tables) {
        return scenario.read(connection -> {
            boolean found = false;
            for (String table : tables) {
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    while (rows.next()) {
                        found |= hasSecret(rows);
                    }
                }
            }
            return found;
        });
    }

    private static boolean hasSecret(ResultSet row) throws SQLException {
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            byte[] value = row.getBytes(i);
            if (value != null && new String(value, StandardCharsets.ISO_8859_1).contains(SECRET)) {
                return true;
            }
        }
        return false;
    }

    private long count(String what) {
        return scenario.read(connection -> Sql.of(connection, "SELECT count(*) AS n FROM " + what)
                .first(row -> row.number("n"))
                .orElseThrow());
    }
}
