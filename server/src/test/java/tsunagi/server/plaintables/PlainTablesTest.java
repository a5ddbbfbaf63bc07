package tsunagi.server.plaintables;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.server.plaintables.PlainScenario.named;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.Attachment;
import tsunagi.records.v1.DeclineReason;
import tsunagi.records.v1.Employment;
import tsunagi.records.v1.Program;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.StaffRole;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitKind;
import tsunagi.records.v1.VisitOutcome;
import tsunagi.records.v1.VisitState;
import tsunagi.records.v1.Workplace;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.StoredRecord;
import tsunagi.server.storage.TestStorage;
import tsunagi.sync.v1.Candidate;
import tsunagi.sync.v1.Conflict;
import tsunagi.sync.v1.EndReason;
import tsunagi.sync.v1.FieldPath;
import tsunagi.sync.v1.LiveRecord;

@StorageContract
final class PlainTablesTest {
    private static final Visit A_VISIT =
            Visit.newBuilder().setVisitOn("2024-07-26").build();
    private static final int VISIT = RecordType.RECORD_TYPE_VISIT_VALUE;
    private static final int UNKNOWN_TYPE = 999;

    private PlainScenario server;

    @BeforeEach
    void open(TestStorage storage) {
        server = new PlainScenario(storage);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void follow_whenAVisitMoved_flattensItAndGivesItsPartsTablesOfTheirOwn() {
        server.says(
                "visit",
                Visit.newBuilder()
                        .setVisitOn("2024-07-26")
                        .setMetWorkers(0)
                        .setOutcome(VisitOutcome.newBuilder()
                                .setState(VisitState.VISIT_STATE_CUT_SHORT)
                                .addReasons(DeclineReason.forNumber(1)))
                        .addKinds(VisitKind.VISIT_KIND_WALK_THROUGH)
                        .addKinds(VisitKind.VISIT_KIND_FIRST_TALK)
                        .addThemeKeys("low_back")
                        .putMembers(
                                "p1",
                                StaffMember.newBuilder()
                                        .setRole(StaffRole.STAFF_ROLE_LEAD)
                                        .build())
                        .build());

        server.follows();

        assertThat(server.asks("SELECT team_id, id, revision, visit_on, met_workers, outcome_state, needs FROM visit"))
                .containsExactly(PlainScenario.TEAM + "|" + named("visit") + "|1|2024-07-26|0|cut_short|null");
        assertThat(server.asks("SELECT position, kind FROM visit_kind ORDER BY position"))
                .containsExactly("1|walk_through", "2|first_talk");
        assertThat(server.asks("SELECT visit_id, theme_key FROM visit_theme"))
                .containsExactly(named("visit") + "|low_back");
        assertThat(server.asks("SELECT entry_key, role, name FROM visit_member"))
                .containsExactly("p1|lead|null");
        assertThat(server.asks("SELECT COUNT(*) FROM visit_outcome_reason")).containsExactly("1");
    }

    @Test
    void follow_whenAnEntryHoldsSeveralValues_namesTheEntryInTheirTable() {
        server.says(
                "sheet",
                Response.newBuilder()
                        .setEmployment(Employment.EMPLOYMENT_PART_TIME)
                        .putAnswers(
                                "/data/where",
                                Answer.newBuilder()
                                        .addChoices("back")
                                        .addChoices("knee")
                                        .build())
                        .putAnswers(
                                "/data/days", Answer.newBuilder().setNumber(2.5).build())
                        .putAnswers(
                                "/data/photo",
                                Answer.newBuilder()
                                        .setAttachment(Attachment.newBuilder()
                                                .setSha256(ByteString.copyFrom(new byte[] {1, -1})))
                                        .build())
                        .build());

        server.follows();

        assertThat(server.asks("SELECT entry_key, number, attachment_sha256 FROM response_answer ORDER BY entry_key"))
                .containsExactly("/data/days|2.5|null", "/data/photo|null|01ff", "/data/where|null|null");
        assertThat(server.asks("SELECT entry_key, position, choice FROM response_answer_choice ORDER BY position"))
                .containsExactly("/data/where|1|back", "/data/where|2|knee");
    }

    @Test
    void follow_whenAFlagIsSetToFalse_tellsItFromOneThatIsNotSet() {
        server.says("yes", Program.newBuilder().setEffectMeasured(true).build());
        server.says("no", Program.newBuilder().setEffectMeasured(false).build());
        server.says("unsaid", Program.getDefaultInstance());

        server.follows();

        assertThat(server.asks("SELECT effect_measured FROM program ORDER BY revision"))
                .containsExactly("1", "0", "null");
    }

    @Test
    void follow_whenARecordMovesAgain_putsItsNewRowsInPlaceOfTheOldOnes() {
        server.says(
                "visit",
                A_VISIT.toBuilder().addThemeKeys("diet").addThemeKeys("falls").build());
        server.follows();
        server.says(
                "visit",
                A_VISIT.toBuilder().setNeeds("腰痛").addThemeKeys("teeth").build());

        server.follows();

        assertThat(server.asks("SELECT revision, needs FROM visit")).containsExactly("2|腰痛");
        assertThat(server.asks("SELECT position, theme_key FROM visit_theme")).containsExactly("1|teeth");
    }

    @ParameterizedTest
    @EnumSource(
            value = EndReason.class,
            names = {"END_REASON_WITHDRAWN", "END_REASON_DESTROYED"})
    void follow_whenARecordEnded_leavesNothingOfIt(EndReason reason) {
        server.says("visit", A_VISIT.toBuilder().addThemeKeys("diet").build());
        server.follows();
        server.ends("visit", A_VISIT, reason);

        server.follows();

        assertThat(server.dump()).isEmpty();
    }

    @Test
    void follow_whenADeletedRecordIsRevived_showsItAgain() {
        server.says("visit", A_VISIT);
        server.ends("visit", A_VISIT, EndReason.END_REASON_DELETED);
        server.follows();
        server.says("visit", A_VISIT);

        server.follows();

        assertThat(server.asks("SELECT revision FROM visit")).containsExactly("3");
    }

    @Test
    void follow_whenARecordIsAbsorbedAfterOthersReferToIt_leadsThemToTheRecordThatSpeaksForIt() {
        server.says("first", Workplace.newBuilder().setName("酒造").build());
        server.says("second", Workplace.newBuilder().setName("酒造(株)").build());
        server.says("third", Workplace.newBuilder().setName("株式会社酒造").build());
        server.says(
                "visit",
                A_VISIT.toBuilder().setWorkplaceId(named("first").toString()).build());
        server.follows();
        server.isAbsorbed("first", Workplace.getDefaultInstance(), "second");
        server.follows();
        server.isAbsorbed("second", Workplace.getDefaultInstance(), "third");

        server.follows();

        String workplaceOfVisit = """
                SELECT workplace.name FROM visit
                LEFT JOIN absorbed ON absorbed.team_id = visit.team_id AND absorbed.record_type = 'workplace'
                    AND absorbed.record_id = visit.workplace_id
                JOIN workplace ON workplace.team_id = visit.team_id
                    AND workplace.id = COALESCE(absorbed.successor_id, visit.workplace_id)
                """;
        assertThat(server.asks(workplaceOfVisit)).containsExactly("株式会社酒造");
    }

    @Test
    void follow_whenASuccessorIsSplitOffAgain_leadsNoFurtherThanToIt() {
        server.isAbsorbed("first", Workplace.getDefaultInstance(), "second");
        server.isAbsorbed("second", Workplace.getDefaultInstance(), "third");
        server.follows();
        server.says("second", Workplace.getDefaultInstance());

        server.follows();

        assertThat(server.asks("SELECT record_id, successor_id FROM absorbed"))
                .containsExactly(named("first") + "|" + named("second"));
    }

    @Test
    void follow_whenAConflictIsOpen_listsItUntilItIsSettled() {
        Conflict onTheNeeds = Conflict.newBuilder()
                .setPath(FieldPath.newBuilder().setNumber(14))
                .setOpenedByChangeId(Ids.toBytes(named("change")))
                .addCandidates(Candidate.getDefaultInstance())
                .build();
        Conflict onAMember = onTheNeeds.toBuilder()
                .setPath(FieldPath.newBuilder().setNumber(9).setMapKey("p1"))
                .build();
        server.says("visit", A_VISIT, onTheNeeds, onAMember);
        server.follows();

        assertThat(server.asks(
                        "SELECT record_type, field_name, entry_key, candidate_count FROM conflict ORDER BY path"))
                .containsExactly("visit|needs|null|1", "visit|members|p1|1");

        server.says("visit", A_VISIT);
        server.follows();

        assertThat(server.asks("SELECT * FROM conflict")).isEmpty();
    }

    @Test
    void follow_whenATypeIsUnknown_listsItsConflictsAndNothingElse() {
        server.says(
                "record",
                UNKNOWN_TYPE,
                A_VISIT.toByteString(),
                Conflict.newBuilder()
                        .setPath(FieldPath.newBuilder().setNumber(3))
                        .setOpenedByChangeId(Ids.toBytes(named("change")))
                        .build());

        server.follows();

        assertThat(server.dump()).hasSize(1);
        assertThat(server.asks("SELECT record_type, field_name FROM conflict")).containsExactly("999|3");
    }

    @Test
    void follow_whenFieldOrEnumValueIsUnknown_leavesOutTheOneAndGivesTheNumberOfTheOther() {
        UnknownFieldSet fromTomorrow = UnknownFieldSet.newBuilder()
                .addField(500, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
                .build();
        server.says(
                "visit",
                A_VISIT.toBuilder()
                        .addKindsValue(77)
                        .setUnknownFields(fromTomorrow)
                        .build());

        server.follows();

        assertThat(server.asks("SELECT kind FROM visit_kind")).containsExactly("77");
        assertThat(server.asks("SELECT visit_on FROM visit")).containsExactly("2024-07-26");
    }

    @Test
    void follow_whenARecordCannotBeRead_notesItAndGoesOnWithTheRest() {
        ByteString visitOnThatIsNotUtf8 = ByteString.copyFrom(new byte[] {0x12, 1, -1});
        server.moves("garbage", VISIT, Optional.empty(), ByteString.copyFromUtf8("no message"));
        server.says("not text", VISIT, visitOnThatIsNotUtf8);
        server.says(
                "no text",
                A_VISIT.toBuilder().addThemeKeys("a").setNeeds("a\0b").build());
        server.says(
                "long key",
                A_VISIT.toBuilder()
                        .putMembers("k".repeat(2000), StaffMember.getDefaultInstance())
                        .build());
        server.says("good", A_VISIT);

        server.follows();

        assertThat(server.asks("SELECT id FROM visit"))
                .containsExactly(named("good").toString());
        assertThat(server.asks("SELECT * FROM visit_theme")).isEmpty();
        assertThat(server.asks("SELECT revision, record_type FROM plain_fault ORDER BY revision"))
                .containsExactly("1|visit", "2|visit", "3|visit", "4|visit");
        assertThat(server.asks("SELECT why FROM plain_fault WHERE revision = 3"))
                .singleElement()
                .asString()
                .contains("needs holds U+0000");
    }

    @Test
    void follow_whenAFaultyRecordIsMended_showsItAndForgetsTheFault() {
        server.says("visit", A_VISIT.toBuilder().setNeeds("a\0b").build());
        server.follows();
        server.says("visit", A_VISIT);

        server.follows();

        assertThat(server.asks("SELECT revision FROM visit")).containsExactly("2");
        assertThat(server.asks("SELECT * FROM plain_fault")).isEmpty();
    }

    @Test
    void follow_whenMuchMoved_goesInBoundedSteps() {
        server.saysInOneTransaction(200, A_VISIT);

        assertThat(server.tables().follow(PlainScenario.TEAM)).isTrue();
        assertThat(server.tables().asOf(PlainScenario.TEAM).lag()).isEqualTo(120);
        assertThat(server.follows()).isEqualTo(2);
        assertThat(server.tables().asOf(PlainScenario.TEAM).lag()).isZero();
        assertThat(server.asks("SELECT COUNT(*) FROM visit")).containsExactly("200");
    }

    @Test
    void follow_whenOneRevisionMovedMoreThanAStepHolds_doesNotTearItApart() {
        List<StoredRecord> many = new ArrayList<>();
        ByteString contents =
                LiveRecord.newBuilder().setBody(A_VISIT.toByteString()).build().toByteString();
        for (int i = 0; i < 600; i++) {
            many.add(new StoredRecord(
                    new RecordKey(PlainScenario.TEAM, VISIT, named("visit " + i)), 0, Optional.empty(), contents));
        }
        server.movesTogether(many);

        server.tables().follow(PlainScenario.TEAM);

        assertThat(server.asks("SELECT COUNT(*) FROM visit")).containsExactly("600");
    }

    @Test
    void take_whenSomebodyFollowedOrBeganAgainMeanwhile_doesNothing() {
        server.says("visit", A_VISIT);
        server.follows();
        server.says("visit", A_VISIT.toBuilder().setNeeds("old").build());
        Step step = server.tables().nextStep(PlainScenario.TEAM);
        server.says("visit", A_VISIT.toBuilder().setNeeds("new").build());
        server.follows();

        assertThat(server.tables().take(step)).isTrue();
        assertThat(server.asks("SELECT needs FROM visit")).containsExactly("new");

        server.tables().rebuild();

        assertThat(server.tables().take(step)).isTrue();
        assertThat(server.dump()).isEmpty();
    }

    @Test
    void follow_whenNothingMoved_isDone() {
        assertThat(server.tables().follow(PlainScenario.TEAM)).isFalse();
        assertThat(server.tables().follow(named("a team nobody knows"))).isFalse();
    }

    @Test
    void behind_namesTheTeamsThatMoved() {
        server.says("visit", A_VISIT);
        server.inTeam(named("other"));
        server.says("visit", A_VISIT);
        server.follows();

        assertThat(server.tables().behind()).containsExactly(PlainScenario.TEAM);
        assertThat(server.asks("SELECT team_id FROM visit"))
                .containsExactly(named("other").toString());
    }

    @Test
    void asOf_tellsHowFarTheTablesAreAndWhenThatCameIn() {
        Instant received = Instant.parse("2024-07-26T09:30:00Z");
        server.says("visit", A_VISIT);
        server.receivedAt(1, received);
        server.follows();
        server.says("visit", A_VISIT);

        assertThat(server.tables().asOf(PlainScenario.TEAM)).isEqualTo(new AsOf(1, 2, Optional.of(received)));
    }

    @Test
    void rebuild_whenTheTablesFollowedForLong_makesTheSameTables() {
        server.says(
                "first", Workplace.newBuilder().setName("酒造").addAliases("蔵").build());
        server.follows();
        server.says("visit", A_VISIT.toBuilder().addThemeKeys("diet").build());
        server.says("bad", A_VISIT.toBuilder().setNeeds("\0").build());
        server.follows();
        server.isAbsorbed("first", Workplace.getDefaultInstance(), "second");
        server.says("visit", A_VISIT);
        server.follows();
        List<String> followed = server.dump();

        server.tables().rebuild();

        assertThat(server.dump()).isEmpty();
        server.follows();
        assertThat(server.dump())
                .isEqualTo(followed)
                .filteredOn(line -> !line.startsWith("record_problem ") && !line.startsWith("record_line "))
                .hasSize(3);
    }

    @Test
    void prepare_whenTheProgramIsTheSame_keepsTheTables() {
        server.says("visit", A_VISIT);
        server.follows();

        assertThat(server.isRunBy(RecordSchemas.standard())).isFalse();
        assertThat(server.asks("SELECT COUNT(*) FROM visit")).containsExactly("1");
    }

    @Test
    void prepare_whenTheProgramBeforeKnewLess_makesTheTablesAnewAndFillsThem() {
        RecordSchemas yesterdays = OlderSchemas.without(Visit.getDescriptor(), "outcome", "theme_keys");
        assertThat(server.isRunBy(yesterdays)).isTrue();
        server.says(
                "visit",
                A_VISIT.toBuilder()
                        .setOutcome(VisitOutcome.newBuilder().setState(VisitState.VISIT_STATE_DONE))
                        .addThemeKeys("falls")
                        .build());
        server.follows();
        assertThat(server.dump())
                .filteredOn(line -> !line.startsWith("record_problem ") && !line.startsWith("record_line "))
                .singleElement()
                .asString()
                .doesNotContain("done");

        assertThat(server.isRunBy(RecordSchemas.standard())).isTrue();
        server.follows();

        assertThat(server.asks("SELECT outcome_state FROM visit")).containsExactly("done");
        assertThat(server.asks("SELECT theme_key FROM visit_theme")).containsExactly("falls");
    }
}
