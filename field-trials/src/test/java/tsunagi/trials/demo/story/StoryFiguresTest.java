package tsunagi.trials.demo.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.server.figures.Figure;
import tsunagi.server.figures.FigureSheet;
import tsunagi.server.handover.Handover;
import tsunagi.server.handover.HandoverReading;
import tsunagi.server.plaintables.PlainTables;
import tsunagi.server.sheet.Certificate;
import tsunagi.server.sheet.CertificateReading;
import tsunagi.server.sheet.OwnResult;
import tsunagi.server.sheet.OwnResultReading;
import tsunagi.server.sheet.ScaleOnWall;
import tsunagi.server.sheet.WallFigureReading;
import tsunagi.server.sheet.WallFigures;
import tsunagi.server.sheet.WallRules;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.Sql;
import tsunagi.server.storage.StoredRecord;
import tsunagi.server.team.Teams;
import tsunagi.sync.v1.LiveRecord;
import tsunagi.trials.process.EmbeddedDatabase;

/** The views tell the figures of the invented year to the unit, on every engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StoryFiguresTest {
    private static final String BREWERY = "team_id = '" + StoryTeam.BREWERY.id() + "'";
    private static final String CITY = "team_id = '" + StoryTeam.CITY.id() + "'";
    private static final String TOTAL = " AND fiscal_year = 2024 AND split_by = 'total'";

    private final List<Database> databases = new ArrayList<>();
    private EmbeddedDatabase postgres;

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        postgres = EmbeddedDatabase.start();
        RememberedStage stage = new RememberedStage();
        Story.chapters().forEach(chapter -> chapter.play(stage));
        for (String url : List.of("jdbc:sqlite:" + directory.resolve("story.db"), postgres.url())) {
            Database database = Database.open(url);
            databases.add(database);
            PlainTables tables = new PlainTables(database, new RecordRows(), RecordSchemas.standard());
            tables.prepare();
            keep(database, stage.standing());
            for (StoryTeam team : StoryTeam.values()) {
                tables.catchUp(team.id());
            }
        }
    }

    @AfterAll
    void close() throws IOException {
        databases.forEach(Database::close);
        postgres.close();
    }

    Stream<Database> databases() {
        return databases.stream();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("databases")
    void lectures_have55OccasionsAnd31PeopleOf24AtBoth(Database database) {
        assertThat(ask(database, """
                        SELECT SUM(attended.people), COUNT(DISTINCT attended.participant_id)
                        FROM workshop_people AS attended WHERE participant_id IS NOT NULL AND\s""" + BREWERY)).containsExactly("55|31");
        assertThat(ask(
                        database,
                        "SELECT workshops, participants, named_participants, distinct_participants, workplaces"
                                + " FROM figure_workshop WHERE " + BREWERY + TOTAL))
                .containsExactly("4|109|55|31|1");
        assertThat(ask(
                        database,
                        "SELECT times, people FROM figure_repeat_participant WHERE " + BREWERY + TOTAL
                                + " ORDER BY times"))
                .containsExactly("1|7", "2|24");
        assertThat(ask(
                        database,
                        "SELECT attribute_value, distinct_participants FROM figure_participant WHERE attribute = 'employment'"
                                + " AND distinct_participants > 0 AND " + BREWERY + TOTAL
                                + " ORDER BY attribute_value"))
                .containsExactly("part_time|12", "regular|19");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("databases")
    void questionnaires_comeBackAsTold(Database database) {
        assertThat(ask(
                        database,
                        "SELECT phase, sheets_out, sheets_back, sheets_valid, withdrawn, return_rate > 0.911, return_rate < 0.913"
                                + " FROM figure_round WHERE identity = 'coded' AND " + BREWERY
                                + " ORDER BY sheets_out DESC"))
                .map(row -> row.replace("|t", "|1").replace("|f", "|0"))
                .containsExactly("before|34|31|30|0|1|1", "after|33|28|27|1|0|1");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("databases")
    void pairs_are23AndEverySheetInNoneSaysWhy(Database database) {
        assertThat(ask(
                        database,
                        "SELECT side, reason, sheets FROM figure_pair WHERE " + BREWERY + " ORDER BY side, reason"))
                .containsExactly(
                        "after|code_unknown|2",
                        "after|invalid|1",
                        "after|new|1",
                        "after|paired|23",
                        "after|withdrawn|1",
                        "before|invalid|1",
                        "before|left|6",
                        "before|paired|23",
                        "before|withdrawn|1");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("databases")
    void beforeAndAfter_comparesThePairsOfEachScale(Database database) {
        assertThat(ask(
                        database,
                        "SELECT scale_key, pairs, improved, worsened, mean_difference < 0 FROM before_after WHERE "
                                + BREWERY + " AND scale_key IN ('pain', 'work') ORDER BY scale_key"))
                .map(row -> row.replace("|t", "|1").replace("|f", "|0"))
                .containsExactly("pain|23|14|3|1", "work|23|19|0|0");
        assertThat(ask(
                        database,
                        "SELECT scale_key, before_exposed, after_exposed FROM pair_exposure WHERE scale_key = 'pain'"))
                .as("seven before and four after are in no pair: the seven hide the four")
                .containsExactly("pain|7|4");
        assertThat(ask(database, "SELECT pairs, is_hidden FROM published_pair WHERE scale_key = 'pain'"))
                .containsExactly("23|0");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("databases")
    void trainingDay_isRatedAsToldAndAsksSomeQuestionsOfSome(Database database) {
        assertThat(ask(database, """
                        SELECT question_path, answer, sheets, asked FROM published_answer_count
                        WHERE round_id = '%s' AND unit_kind = 'total'
                        AND question_path IN ('/data/satisfaction', '/data/lectures/ministry', '/data/lacking')
                        ORDER BY question_path, answer
                        """.formatted(TrainingDay.ROUND)))
                .containsExactly(
                        "/data/lacking|know_how|25|38",
                        "/data/lacking|money|23|38",
                        "/data/lacking|other|10|38",
                        "/data/lacking|people|11|38",
                        "/data/lacking|things|22|38",
                        "/data/lectures/ministry|2|1|48",
                        "/data/lectures/ministry|3|9|48",
                        "/data/lectures/ministry|4|17|48",
                        "/data/lectures/ministry|5|21|48",
                        "/data/satisfaction|3|1|48",
                        "/data/satisfaction|4|20|48",
                        "/data/satisfaction|5|27|48");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("databases")
    void trainingDay_isToldInFiveSteps(Database database) {
        List<Figure> figures = database.read(
                connection -> FigureSheet.of(connection, StoryTeam.BREWERY.id().toString(), 2024));

        assertThat(figures)
                .filteredOn(figure -> figure.chapter().equals("満足度"))
                .extracting(figure -> figure.name() + " " + figure.value())
                .containsExactly(
                        "研修会のあと lectures/ministry 21・17・9・1・0(回答48枚)",
                        "研修会のあと lectures/model_teams 28・17・3・0・0(回答48枚)",
                        "研修会のあと lectures/nurse 29・15・4・0・0(回答48枚)",
                        "研修会のあと 満足度 27・20・1・0・0(回答48枚)");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("databases")
    void departments_thatAreSmallAreHiddenAndSoIsTheNextOne(Database database) {
        assertThat(ask(
                        database,
                        "SELECT DISTINCT unit_name, is_hidden FROM published_answer_count WHERE unit_kind = 'department'"
                                + " AND question_path = '" + BreweryForm.PAIN + "' AND round_id = '"
                                + BreweryQuestionnaireAfter.ROUND + "'"))
                .as("valid sheets: 10, 9, 5 of office and sales, 3 of the shop")
                .containsExactlyInAnyOrder("瓶詰・出荷|0", "製造(蔵)|0", "事務・営業|1", "売店|1");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("databases")
    void city_hasFiveVisitsOfFivePlannedAndTwoAttempts(Database database) {
        assertThat(ask(database, "SELECT visits, workplaces, attempts FROM figure_visit WHERE " + CITY + TOTAL))
                .containsExactly("5|5|2");
        assertThat(ask(
                        database,
                        "SELECT planned_visits, visits, planned_workshops, workshops FROM figure_plan WHERE " + CITY
                                + TOTAL))
                .containsExactly("5|5|2|2");
        assertThat(ask(
                        database,
                        "SELECT held_on, participants, consulted FROM figure_workshop_consultation WHERE " + CITY
                                + " ORDER BY held_on"))
                .containsExactly("2024-10-17|15|4", "2025-01-23|8|0");
        assertThat(ask(
                        database,
                        "SELECT approached, accepted, accepted_workplaces, later, declined FROM figure_approach WHERE "
                                + CITY + TOTAL))
                .containsExactly("188|4|4|2|2");
        assertThat(ask(
                        database,
                        "SELECT strength, result, referrals FROM figure_referral WHERE " + CITY + TOTAL
                                + " ORDER BY strength, result"))
                .containsExactly(
                        "brokered|declined|1",
                        "brokered|done|1",
                        "information|unspecified|1",
                        "introduction|accepted|1",
                        "introduction|result_unknown|1");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("databases")
    void jointVisit_countsOnceInTotalAndOnceForEachBody(Database database) {
        assertThat(ask(
                        database,
                        "SELECT split_by, visits FROM figure_visit WHERE split_by IN ('total', 'body') AND " + BREWERY
                                + " ORDER BY split_by"))
                .containsExactly("body|2", "body|2", "total|2");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("databases")
    void ratedMeetings_areRatedHigherByTheOtherSide(Database database) {
        assertThat(ask(
                        database,
                        "SELECT group_name, held_on FROM figure_rating WHERE heading = '' AND difference BETWEEN 0.5 AND 1.5"
                                + " AND self_raters = 2 AND other_raters = 2 ORDER BY group_name, held_on"))
                .hasSize(9)
                .filteredOn(row -> row.startsWith("PT"))
                .containsExactly("PTチーム|2024-07-16", "PTチーム|2024-08-19", "PTチーム|2024-09-19", "PTチーム|2024-11-25");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("databases")
    void wallSheet_ofTheBrewery_standsOnPublishedFigures(Database database) {
        WallFigures figures = database.read(connection -> new WallFigureReading(
                                connection, StoryTeam.BREWERY.id().toString(), 2024)
                        .of(BreweryBeginnings.BREWERY))
                .orElseThrow();

        assertThat(figures.scales())
                .extracting(ScaleOnWall::key, scale -> scale.now().sheets(), scale -> scale.change()
                        .orElseThrow()
                        .pairs())
                .containsExactly(tuple("pain", 27L, 23L), tuple("fall_risk", 27L, 23L), tuple("work", 27L, 23L));
        ScaleOnWall pain = figures.scales().get(0);
        assertThat(pain.others()).hasSize(10);
        assertThat(pain.bands())
                .extracting(band -> band.before().orElseThrow(), ScaleOnWall.Band::now)
                .as("nobody, or enough to be shown")
                .containsExactly(tuple(10L, 11L), tuple(12L, 11L), tuple(8L, 5L));
        assertThat(pain.units())
                .filteredOn(unit -> unit.now().isEmpty())
                .extracting(ScaleOnWall.Unit::name)
                .containsExactlyInAnyOrder("事務・営業", "売店");
        assertThat(WallRules.standard().propose(figures)).isNotEmpty();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("databases")
    void ownResult_isShownWithConsentAndRefusedWithout(Database database) {
        assertThat(ownResult(database)).isInstanceOf(OwnResult.Shown.class);
        String sheet = StoryId.of("response/brewery-before/2");
        setOwnConsent(database, sheet, "withdrawn");
        assertThat(ownResult(database)).isEqualTo(new OwnResult.Refused(OwnResult.Reason.WITHDRAWN));
        setOwnConsent(database, sheet, "refused");
        assertThat(ownResult(database)).isEqualTo(new OwnResult.Refused(OwnResult.Reason.NO_CONSENT));
        setOwnConsent(database, sheet, "given");
    }

    private static OwnResult ownResult(Database database) {
        return database.read(connection -> new OwnResultReading(
                        connection, StoryTeam.BREWERY.id().toString())
                .of(BreweryQuestionnaireBefore.ROUND, BreweryRespondents.code(2)));
    }

    private static void setOwnConsent(Database database, String responseId, String state) {
        database.<Integer>write(connection -> Sql.of(
                        connection,
                        "UPDATE response_consent SET state = ? WHERE response_id = ? AND entry_key = 'own_sheet'",
                        state,
                        responseId)
                .update());
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("databases")
    void certificateAndHandover_areReadOnEveryEngine(Database database) {
        assertThat(database.read(connection -> new CertificateReading(
                                        connection, StoryTeam.BREWERY.id().toString(), 2024)
                                .of(BreweryBeginnings.BREWERY))
                        .orElseThrow()
                        .deeds())
                .filteredOn(deed -> deed.kind() == Certificate.Kind.WORKSHOP)
                .extracting(Certificate.Deed::day, deed -> deed.people().orElseThrow())
                .containsExactly(tuple("2024-07-26", 29L), tuple("2024-08-31", 16L), tuple("2024-09-06", 10L));
        Handover handover = database.read(connection ->
                new HandoverReading(connection, StoryTeam.CITY.id().toString(), LocalDate.of(2025, 4, 22)).read());
        // Fourteen, and the joinery that stands twice until somebody joins it.
        assertThat(handover.places()).hasSize(14 + 2);
        assertThat(handover.promises()).hasSize(1);
        assertThat(handover.meetings()).hasSize(2);
        assertThat(handover.dates()).isNotEmpty();
    }

    private static void keep(Database database, Map<RecordKey, Message> records) {
        Teams teams = new Teams();
        RecordRows rows = new RecordRows();
        database.<Void>write(connection -> {
            for (StoryTeam team : StoryTeam.values()) {
                teams.open(connection, team.id(), team.title());
            }
            for (Map.Entry<RecordKey, Message> record : records.entrySet()) {
                keep(connection, teams, rows, record.getKey(), record.getValue());
            }
            return null;
        });
    }

    private static void keep(Connection connection, Teams teams, RecordRows rows, RecordKey key, Message body)
            throws SQLException {
        UUID teamId = key.teamId();
        var team = teams.lock(connection, teamId).orElseThrow();
        ByteString contents =
                LiveRecord.newBuilder().setBody(body.toByteString()).build().toByteString();
        rows.put(connection, List.of(new StoredRecord(key, team.head() + 1, Optional.empty(), contents)));
        teams.moveHead(connection, teamId, team.head() + 1, team.mark());
    }

    private static List<String> ask(Database database, String sql) {
        return database.read(connection -> {
            List<String> rows = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet results = statement.executeQuery(sql)) {
                while (results.next()) {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                        values.add(String.valueOf(results.getString(i)));
                    }
                    rows.add(String.join("|", values));
                }
            }
            return rows;
        });
    }
}
