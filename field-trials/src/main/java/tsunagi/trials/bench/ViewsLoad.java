package tsunagi.trials.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import tsunagi.server.storage.Sql;

/** Rows of plain tables, made up by SQLite itself because there are millions of them. */
final class ViewsLoad {
    static final int SHEETS_A_ROUND = 500;
    static final int YEARS = 5;
    /** The year that is asked for. */
    static final int YEAR = 2020;

    static final String TEAM = "00000000-0000-7000-8000-000000000001";
    private static final int WORKPLACES = 2_000;
    private static final int VISITS = 2_500;
    private static final int WORKSHOPS = 250;
    private static final int PARTICIPANTS = 5_000;

    private final Connection connection;

    ViewsLoad(Connection connection) {
        this.connection = connection;
    }

    /** How one reader asks: a comparison, a round, or a year of the team. */
    static String asked(List<String> columns) {
        String team = " WHERE team_id = '" + TEAM + "'";
        if (columns.contains("after_round_id") && columns.contains("scale_key")) {
            return team + " AND after_round_id = " + literal("round", 1);
        }
        if (columns.contains("fiscal_year")) {
            return team + " AND fiscal_year = " + YEAR;
        }
        return team + " AND round_id = " + literal("round", 1);
    }

    void fill(int responses) throws SQLException {
        fillPlaces();
        fillWork();
        fillRounds(Math.max(2, responses / SHEETS_A_ROUND));
        fillSheets(responses);
    }

    private void fillPlaces() throws SQLException {
        insert(1, "form_version (team_id, id, revision, form_key)", "'%T', " + id("form", "0") + ", 1, 'lifestyle'");
        insert(
                3,
                "form_version_scale (team_id, form_version_id, entry_key, better)",
                "'%T', " + id("form", "0") + ", 'scale_' || i, 'lower'");
        insert(
                YEARS,
                "program (team_id, id, revision, fiscal_year, closes_on)",
                "'%T', " + id("program", "i") + ", 1, 2020 + i, (2021 + i) || '-05-15'");
        insert(
                WORKPLACES,
                "workplace (team_id, id, revision, name, municipality_code, industry)",
                "'%T', " + id("workplace", "i")
                        + ", 1, 'workplace ' || i, CAST(99200 + i % 20 AS TEXT), 'e_manufacturing'");
        insert(
                WORKPLACES,
                "workplace_headcount (team_id, workplace_id, entry_key, people)",
                "'%T', " + id("workplace", "i") + ", '2024', 1 + i % 90");
        insert(
                WORKPLACES * 6,
                "workplace_department (team_id, workplace_id, entry_key, name, reporting_group_key)",
                "'%T', " + id("workplace", "i / 6")
                        + ", 'd' || (i % 6), 'Department', CASE WHEN i % 6 > 3 THEN 'g' END");
        insert(
                WORKPLACES,
                "workplace_reporting_group (team_id, workplace_id, entry_key, name)",
                "'%T', " + id("workplace", "i") + ", 'g', 'Joined'");
    }

    private void fillWork() throws SQLException {
        String day = "printf('%04d-%02d-%02d', 2020 + i % 5, 4 + i % 9, 1 + i % 28)";
        insert(
                VISITS,
                "visit (team_id, id, revision, workplace_id, visit_on, outcome_state, program_id)",
                "'%T', " + id("visit", "i") + ", 1, " + id("workplace", "i * 7 % 2000") + ", " + day
                        + ", CASE WHEN i % 9 = 0 THEN 'absent' ELSE 'done' END, " + id("program", "i % 5"));
        insert(
                VISITS * 3,
                "visit_member (team_id, visit_id, entry_key, body_id)",
                "'%T', " + id("visit", "i / 3") + ", 'person ' || (i % 40), 'body ' || (i % 10)");
        insert(
                VISITS * 3,
                "visit_worked_time (team_id, visit_id, entry_key, working_minutes)",
                "'%T', " + id("visit", "i / 3") + ", 'person ' || (i % 40), 90");
        insert(
                VISITS,
                "visit_theme (team_id, visit_id, position, theme_key)",
                "'%T', " + id("visit", "i") + ", 1, 'theme_' || (i % 8)");
        insert(
                WORKSHOPS,
                "workshop (team_id, id, revision, workplace_id, held_on, outcome_state, program_id, hosting_body_id)",
                "'%T', " + id("workshop", "i") + ", 1, " + id("workplace", "i * 3 % 2000") + ", " + day + ", 'held', "
                        + id("program", "i % 5") + ", 'body ' || (i % 10)");
        insert(
                PARTICIPANTS,
                "participant (team_id, id, revision, workplace_id, side, occupation)",
                "'%T', " + id("person", "i") + ", 1, " + id("workplace", "i % 2000") + ", 'workplace', 'office'");
        insert(
                WORKSHOPS * 20,
                "attendance (team_id, id, revision, workshop_id, participant_id, mark_state)",
                "'%T', " + id("attendance", "i") + ", 1, " + id("workshop", "i / 20") + ", "
                        + id("person", "i * 11 % 5000") + ", 'present'");
    }

    private void fillRounds(int rounds) throws SQLException {
        insert(
                rounds,
                "round (team_id, id, revision, form_version_id, program_id, workplace_id, phase, paired_round_id,"
                        + " identity, opens_on)",
                "'%T', " + id("round", "i") + ", 1, " + id("form", "0") + ", " + id("program", "i * 5 / " + rounds)
                        + ", "
                        + id("workplace", "i / 2 % 2000") + ", CASE i % 2 WHEN 0 THEN 'before' ELSE 'after' END,"
                        + " CASE i % 2 WHEN 1 THEN " + id("round", "i - 1") + " END, 'coded', (2020 + i * 5 / " + rounds
                        + ") || CASE i % 2 WHEN 0 THEN '-05-01' ELSE '-10-01' END");
        insert(
                rounds,
                "round_sheets_out (team_id, round_id, entry_key, count)",
                "'%T', " + id("round", "i") + ", 'all', " + (SHEETS_A_ROUND + 50));
    }

    private void fillSheets(int responses) throws SQLException {
        insert(
                responses,
                "response (team_id, id, revision, round_id, form_version_id, subject, match_code, department_key,"
                        + " progress_state)",
                "'%T', " + id("sheet", "i") + ", 1, " + id("round", "i / " + SHEETS_A_ROUND) + ", " + id("form", "0")
                        + ", 'respondent', printf('C%05d', i % 500 + i / 500 % 2 * 5), 'd' || (i % 6), 'complete'");
        insert(
                responses * 30L,
                "response_answer (team_id, response_id, entry_key, number)",
                "'%T', " + id("sheet", "i / 30") + ", printf('/data/part_%d/question_%02d', i % 3, i % 30),"
                        + " CASE WHEN i % 30 < 15 THEN 1 + i * 7 % 5 END");
        insert(
                responses * 15L,
                "response_answer_choice (team_id, response_id, entry_key, position, choice)",
                "'%T', " + id("sheet", "i / 15")
                        + ", printf('/data/part_%d/question_%02d', (i % 15 + 15) % 3, i % 15 + 15),"
                        + " 1, 'choice_' || (i * 7 % 5)");
        insert(
                responses * 3L,
                "response_score (team_id, response_id, scale_key, value, item_count, answered_count)",
                "'%T', " + id("sheet", "i / 3") + ", 'scale_' || (i % 3), i * 13 % 11, 10, 10");
        insert(
                responses,
                "response_validity (team_id, response_id, is_valid, why)",
                "'%T', " + id("sheet", "i") + ", CASE WHEN i % 33 = 0 THEN 0 ELSE 1 END, 'complete'");
    }

    private void insert(long rows, String into, String values) throws SQLException {
        Sql.of(
                        connection,
                        "WITH RECURSIVE numbers (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM numbers WHERE i + 1 < "
                                + rows + ") INSERT INTO " + into + " SELECT " + values.replace("%T", TEAM)
                                + " FROM numbers")
                .update();
    }

    private static String id(String kind, String number) {
        return "printf('%08x-0000-7000-8000-%012x', " + (kind.hashCode() & 0xfffff) + ", " + number + ")";
    }

    private static String literal(String kind, int number) {
        return "'" + String.format("%08x-0000-7000-8000-%012x", kind.hashCode() & 0xfffff, number) + "'";
    }
}
