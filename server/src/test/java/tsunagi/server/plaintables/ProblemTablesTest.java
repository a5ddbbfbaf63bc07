package tsunagi.server.plaintables;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.server.plaintables.PlainScenario.named;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.records.v1.Program;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.RoundPhase;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.Visit;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;
import tsunagi.sync.v1.EndReason;

@StorageContract
final class ProblemTablesTest {
    private static final String PROBLEMS =
            "SELECT record_type, field, rule, severity FROM record_problem ORDER BY record_type, field, rule";
    private static final Visit VISIT = Visit.newBuilder()
            .setWorkplaceId(named("brewery").toString())
            .setVisitOn("2024-07-26")
            .putMembers("nurse", StaffMember.getDefaultInstance())
            .setProgramId(named("program").toString())
            .build();
    private static final Round ROUND = Round.newBuilder()
            .setFormVersionId(named("form").toString())
            .setIdentity(RoundIdentity.ROUND_IDENTITY_CODED)
            .setPhase(RoundPhase.ROUND_PHASE_BEFORE)
            .addMunicipalityCodes("01236")
            .build();

    private PlainScenario server;

    @BeforeEach
    void open(TestStorage storage) {
        server = new PlainScenario(storage);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static Program program(int fiscalYear) {
        return Program.newBuilder().setName("腰痛予防事業").setFiscalYear(fiscalYear).build();
    }

    @Test
    void follow_writesWhatTheRulesSay_inBothLanguages_andTakesItBackWhenItIsMended() {
        server.says("visit", VISIT.toBuilder().clearVisitOn().build());

        server.follows();

        assertThat(server.asks(PROBLEMS)).containsExactly("visit|visit_on|required|error");
        assertThat(server.asks("SELECT record_id, text_ja, text_en FROM record_problem"))
                .containsExactly(
                        named("visit") + "|訪問日が入っていません。入れてください。|The day of the visit is missing. Please enter it.");
        assertThat(server.asks("SELECT COUNT(*) FROM visit")).containsExactly("1");

        server.says("visit", VISIT);
        server.follows();

        assertThat(server.asks(PROBLEMS)).isEmpty();
    }

    @Test
    void follow_whenTheProgrammeComesAfterItsVisits_orMoves_orGoes_checksThemAgain() {
        server.says("visit", VISIT);
        server.follows();
        assertThat(server.asks(PROBLEMS)).isEmpty();

        server.says("program", program(2023));
        server.follows();
        assertThat(server.asks(PROBLEMS)).containsExactly("visit|visit_on|outside_fiscal_year|warning");

        server.says("program", program(2024));
        server.follows();
        assertThat(server.asks(PROBLEMS)).isEmpty();

        server.says("program", program(2022));
        server.follows();
        server.ends("program", program(2022), EndReason.END_REASON_DELETED);
        server.follows();
        assertThat(server.asks(PROBLEMS)).isEmpty();
    }

    @Test
    void follow_whenTheProgrammeWasAbsorbed_looksAtTheOneThatSpeaksForIt() {
        server.says("program", program(2024));
        server.says("other", program(2023));
        server.says("visit", VISIT);
        server.follows();
        assertThat(server.asks(PROBLEMS)).isEmpty();

        server.isAbsorbed("program", program(2024), "other");
        server.follows();
        assertThat(server.asks(PROBLEMS)).containsExactly("visit|visit_on|outside_fiscal_year|warning");

        server.says("other", program(2024));
        server.follows();
        assertThat(server.asks(PROBLEMS)).isEmpty();
    }

    @Test
    void follow_leavesWhatAFormSaysOfItsSheets_whenOnlyTheRoundMoved() {
        server.says("round", ROUND);
        server.says(
                "sheet",
                Response.newBuilder()
                        .setRoundId(named("round").toString())
                        .setFormVersionId(named("form").toString())
                        .setMatchCode("1234566")
                        .build());
        server.follows();
        server.changes("""
                INSERT INTO record_problem (team_id, record_type, record_id, rule, field, severity, text_ja, text_en)
                VALUES ('%s', 'response', '%s', 'form_required', '/data/x', 'error', 'x', 'x')""".formatted(PlainScenario.TEAM, named("sheet")));

        server.says(
                "round",
                ROUND.toBuilder()
                        .setIdentity(RoundIdentity.ROUND_IDENTITY_ANONYMOUS)
                        .build());
        server.follows();

        assertThat(server.asks(PROBLEMS))
                .containsExactly(
                        "response|/data/x|form_required|error", "response|match_code|code_in_anonymous_round|error");
    }

    @Test
    void rebuild_endsInTheSameTables_andNothingIsLeftToCheck() {
        server.says("visit", VISIT);
        server.follows();
        server.says("program", program(2023));
        for (int i = 0; i < 600; i++) {
            server.says(
                    "visit" + i,
                    VISIT.toBuilder()
                            .setStartsAt(i % 2 == 0 ? "09:30" : "25:00")
                            .build());
        }
        server.follows();
        server.says("program", program(2022));
        server.follows();
        List<String> followed = server.dump();

        server.tables().rebuild();
        server.follows();

        assertThat(server.dump()).isEqualTo(followed);
        assertThat(server.asks("SELECT COUNT(*) FROM problem_due")).containsExactly("0");
        assertThat(server.asks("SELECT rule, COUNT(*) FROM record_problem GROUP BY rule ORDER BY rule"))
                .containsExactly("not_a_time|300", "outside_fiscal_year|601");
    }

    @Test
    void references_nameColumnsThatAreThere() {
        for (RuleReference reference : RuleReference.ALL) {
            assertThat(server.asks("SELECT %s FROM %s WHERE team_id = '%s'"
                            .formatted(reference.column(), reference.table(), new UUID(0, 0))))
                    .isEmpty();
        }
    }
}
