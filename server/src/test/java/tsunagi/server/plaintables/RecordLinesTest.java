package tsunagi.server.plaintables;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagi.server.plaintables.PlainScenario.named;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagi.record.Ids;
import tsunagi.record.RecordSchema;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.Assignment;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.Program;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workplace;
import tsunagi.server.storage.StorageContract;
import tsunagi.server.storage.TestStorage;
import tsunagi.sync.v1.Candidate;
import tsunagi.sync.v1.Conflict;
import tsunagi.sync.v1.EndReason;
import tsunagi.sync.v1.FieldPath;

/** What stands of a record in the table by which records are listed and searched. */
@StorageContract
final class RecordLinesTest {
    private static final int VISIT = RecordType.RECORD_TYPE_VISIT_VALUE;
    private static final int WORKPLACE = RecordType.RECORD_TYPE_WORKPLACE_VALUE;
    private static final Instant MORNING = Instant.parse("2024-07-26T01:00:00Z");
    private static final Instant LATE = Instant.parse("2025-03-31T16:00:00Z");
    private static final Visit A_VISIT = Visit.newBuilder()
            .setWorkplaceId(named("brewery").toString())
            .setVisitOn("2024-07-26")
            .setProgramId(named("program").toString())
            .putMembers("nurse", StaffMember.newBuilder().setBodyId("city").build())
            .putMembers("pt", StaffMember.newBuilder().setBodyId("pt-body").build())
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

    private List<String> lines(String columns) {
        return server.asks("SELECT " + columns + " FROM record_line ORDER BY record_type, sort_day");
    }

    @Test
    void line_ofARecord_saysWhenItWasAndWhatAndWhomItNames() {
        server.says("visit", A_VISIT);
        server.isSaidBy("clerk", Optional.of("office"), MORNING, 1, "visit", VISIT);
        server.follows();

        assertThat(lines("record_type, life, sort_day, day_is_own, fiscal_year, workplace_id, program_id"))
                .containsExactly("visit|alive|2024-07-26|1|2024|" + named("brewery") + "|" + named("program"));
        assertThat(lines("people, bodies")).containsExactly(" nurse pt clerk | city pt-body office ");
    }

    @Test
    void line_whenTheDayIsNoneOrMissing_takesTheJapaneseDayOnWhichItCameIn() {
        server.says("visit", A_VISIT.toBuilder().setVisitOn("2025-02-30").build());
        server.isSaidBy("nurse", Optional.empty(), LATE, 1, "visit", VISIT);
        server.says("place", Workplace.newBuilder().setName("酒造").build());
        server.isSaidBy("nurse", Optional.empty(), LATE, 2, "place", WORKPLACE);
        server.says("unknown", Workplace.getDefaultInstance());
        server.follows();

        assertThat(lines("sort_day, day_is_own, fiscal_year"))
                .containsExactly("2025-04-01|0|2025", "|0|null", "2025-04-01|0|2025");
    }

    @Test
    void line_ofAProgramme_liesAtTheBeginningOfItsYear() {
        server.says(
                "program",
                Program.newBuilder().setName("腰痛予防").setFiscalYear(2024).build());
        server.follows();

        assertThat(lines("title, sort_day, fiscal_year")).containsExactly("腰痛予防|2024-04-01|2024");
    }

    @Test
    void line_whenSeveralPeopleChangeARecord_namesTheFirstAndTheLast() {
        server.says("visit", A_VISIT);
        server.isSaidBy("nurse", Optional.empty(), MORNING, 1, "visit", VISIT);
        server.says("visit", A_VISIT);
        server.isSaidBy("clerk", Optional.empty(), MORNING, 2, "visit", VISIT);
        server.follows();
        server.says("visit", A_VISIT.toBuilder().setNeeds("腰痛").build());
        server.isSaidBy("pt", Optional.of("pt-body"), LATE, 3, "visit", VISIT);
        server.follows();

        assertThat(lines("first_person_id, first_at_ms, last_person_id, last_at_ms"))
                .containsExactly("nurse|" + MORNING.toEpochMilli() + "|pt|" + LATE.toEpochMilli());
    }

    @Test
    void line_whenAChangeOfAnotherRecordMovesIt_namesWhoMadeThat() {
        server.says("visit", A_VISIT);
        server.isSaidBy("nurse", Optional.empty(), MORNING, 1, "visit", VISIT);
        server.says("visit", A_VISIT);
        server.isSaidBy("supervisor", Optional.empty(), LATE, 2, "the other visit", VISIT);
        server.follows();

        assertThat(lines("first_person_id, last_person_id")).containsExactly("nurse|supervisor");
    }

    @Test
    void line_whenARecordIsDeleted_keepsWhatItIsFoundBy_untilItIsGoneForGood() {
        server.says("visit", A_VISIT.toBuilder().setNeeds("麹室の腰痛").build());
        server.follows();
        server.deletes("visit", A_VISIT.toBuilder().setNeeds("麹室の腰痛").build());
        server.follows();

        assertThat(lines("life, sort_day, search_text")).containsExactly("deleted|2024-07-26|麹室の腰痛");
        assertThat(server.asks("SELECT * FROM visit")).isEmpty();

        server.ends("visit", A_VISIT, EndReason.END_REASON_DESTROYED);
        server.follows();

        assertThat(server.dump()).isEmpty();
    }

    @Test
    void line_countsConflicts() {
        Conflict conflict = Conflict.newBuilder()
                .setPath(FieldPath.newBuilder().setNumber(14))
                .setOpenedByChangeId(Ids.toBytes(named("change")))
                .addCandidates(Candidate.getDefaultInstance())
                .build();
        server.says("visit", A_VISIT, conflict);
        server.follows();

        assertThat(lines("conflict_count")).containsExactly("1");
    }

    @Test
    void searchText_holdsNamesInTheFormInWhichTheyAreCompared_andNoIdsDaysOrAnswers() {
        server.says(
                "place",
                Workplace.newBuilder()
                        .setName("株式会社 ﾄﾓｼﾋﾞ 濵酒造")
                        .setNameReading("トモシビハマしゅぞう")
                        .addAliases("髙橋蔵")
                        .setPhone("0138-55-1234")
                        .setClosedOn("2024-01-01")
                        .build());
        server.says(
                "sheet",
                Response.newBuilder()
                        .setMatchCode("1234566")
                        .setRoundId(named("round").toString())
                        .putAnswers(
                                "/data/worry",
                                Answer.newBuilder().setText("上司のこと").build())
                        .build());
        server.says(
                "follow-up",
                FollowUp.newBuilder()
                        .setTask("手すりの相談")
                        .setAssignment(Assignment.newBuilder().setAssignedPersonId("nurse"))
                        .build());
        server.follows();

        assertThat(lines("record_type, title, search_text, people"))
                .containsExactly(
                        "follow_up|手すりの相談|手すりの相談| nurse ",
                        "response|1234566|1234566|null",
                        "workplace|株式会社 ﾄﾓｼﾋﾞ 濵酒造|ともしび浜酒造 ともしびはましゅぞう 高橋蔵 0138551234|null");
    }

    @Test
    void searchText_ofALongText_holdsItsBeginning() {
        server.says("visit", A_VISIT.toBuilder().setFindings("𠮷".repeat(500)).build());
        server.follows();

        assertThat(lines("search_text")).containsExactly("吉".repeat(SearchText.TEXT_MAX));
    }

    @Test
    void searchText_ofEveryType_leavesOutWhatIsNoWord() {
        Set<String> searched = new TreeSet<>();
        for (RecordSchema schema : RecordSchemas.standard().all()) {
            collect(schema.descriptor(), searched);
        }

        assertThat(searched)
                .contains("Workplace.name", "Contact.name_reading", "Workplace.corporate_number", "Response.match_code")
                .allSatisfy(name -> assertThat(name).doesNotContainPattern("(?:_id|_ids|_on|_at|_key|_keys|\\.key)$"));
    }

    private static void collect(Descriptor message, Set<String> searched) {
        for (FieldDescriptor field : message.getFields()) {
            if (SearchText.isSearched(field)) {
                searched.add(message.getName() + "." + field.getName());
            }
        }
    }
}
