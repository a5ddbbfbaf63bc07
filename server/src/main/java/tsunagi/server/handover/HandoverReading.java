package tsunagi.server.handover;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.server.handover.Handover.Body;
import tsunagi.server.handover.Handover.Meeting;
import tsunagi.server.handover.Handover.NextDate;
import tsunagi.server.handover.Handover.Promise;
import tsunagi.server.handover.Handover.Referral;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;

/** Reads what a successor has to know of a team. */
public final class HandoverReading {
    private static final int MINUTES_OF_YEARS = 3;
    private static final int ROWS_MAX = 200;

    private final Connection connection;
    private final String teamId;
    private final LocalDate today;

    public HandoverReading(Connection connection, String teamId, LocalDate today) {
        this.connection = connection;
        this.teamId = teamId;
        this.today = today;
    }

    public Handover read() throws SQLException {
        return new Handover(
                new PlaceReading(connection, teamId).read(), bodies(), promises(), referrals(), meetings(), dates());
    }

    /** The bodies of the team's members and of its programmes, each with members and contacts. */
    private List<Body> bodies() throws SQLException {
        Map<String, String> names = new LinkedHashMap<>();
        Sql.of(connection, """
                        SELECT body_id, name FROM body WHERE body_id IN (
                            SELECT body_id FROM program_body WHERE team_id = ?
                            UNION SELECT body_id FROM contact WHERE team_id = ?) ORDER BY name, body_id
                        """, teamId, teamId).visit(row -> {
            names.put(row.text("body_id"), row.text("name"));
            return true;
        });
        ContactReading contacts = new ContactReading(connection, teamId);
        List<Body> bodies = new ArrayList<>();
        for (Map.Entry<String, String> body : names.entrySet()) {
            bodies.add(new Body(body.getValue(), contacts.ofBody(body.getKey())));
        }
        return bodies;
    }

    private List<Promise> promises() throws SQLException {
        return Sql.of(connection, """
                        SELECT follow_up.due_on, follow_up.task, workplace.name AS place, person.name AS person, body.name AS body
                        FROM follow_up
                        LEFT JOIN workplace
                            ON workplace.team_id = follow_up.team_id AND workplace.id = follow_up.workplace_id
                        LEFT JOIN person ON person.person_id = follow_up.assignment_assigned_person_id
                        LEFT JOIN body ON body.body_id = follow_up.assignment_body_id
                        WHERE follow_up.team_id = ? AND COALESCE(follow_up.closing_state, 'unspecified') = 'unspecified'
                        ORDER BY follow_up.due_on, follow_up.id LIMIT ?
                        """, teamId, ROWS_MAX).list(this::promise);
    }

    private Promise promise(Row row) throws SQLException {
        Optional<String> dueOn = row.optionalText("due_on");
        return new Promise(
                dueOn,
                row.optionalText("place").orElse(""),
                row.optionalText("task").orElse(""),
                words(row.optionalText("body"), row.optionalText("person")),
                dueOn.filter(day -> day.compareTo(today.toString()) < 0).isPresent());
    }

    private List<Referral> referrals() throws SQLException {
        return Sql.of(connection, """
                        SELECT referral.referred_on, referral.service, referral.result_state, workplace.name AS place,
                            body.name AS body
                        FROM referral
                        LEFT JOIN workplace ON workplace.team_id = referral.team_id AND workplace.id = referral.workplace_id
                        LEFT JOIN body ON body.body_id = referral.to_body_id
                        WHERE referral.team_id = ?
                            AND COALESCE(referral.result_state, 'unspecified') IN ('unspecified', 'accepted', 'result_unknown')
                        ORDER BY referral.referred_on DESC, referral.id LIMIT ?
                        """, teamId, ROWS_MAX)
                .list(row -> new Referral(
                        row.optionalText("referred_on").orElse(""),
                        row.optionalText("place").orElse(""),
                        row.optionalText("body").orElse(""),
                        row.optionalText("service").orElse(""),
                        switch (row.optionalText("result_state").orElse("")) {
                            case "accepted" -> "受付済み・結果待ち";
                            case "result_unknown" -> "結果不明";
                            default -> "返事待ち";
                        }));
    }

    private List<Meeting> meetings() throws SQLException {
        return Sql.of(
                        connection,
                        """
                        SELECT held_on, title, group_name, decisions, minutes FROM meeting
                        WHERE team_id = ? AND held_on >= ? AND held_on <= ? ORDER BY held_on DESC, id LIMIT ?
                        """,
                        teamId,
                        today.minusYears(MINUTES_OF_YEARS).toString(),
                        today.toString(),
                        ROWS_MAX)
                .list(row -> new Meeting(
                        row.text("held_on"),
                        words(row.optionalText("group_name"), row.optionalText("title")),
                        row.optionalText("decisions").orElse(""),
                        row.optionalText("minutes").orElse("")));
    }

    private List<NextDate> dates() throws SQLException {
        List<NextDate> dates = new ArrayList<>(Sql.of(connection, """
                        SELECT work.day, work.kind, workplace.name AS place FROM counted_work AS work
                        LEFT JOIN workplace ON workplace.team_id = work.team_id AND workplace.id = work.workplace_id
                        WHERE work.team_id = ? AND work.kind IN ('visit', 'workshop') AND work.state = 'unspecified'
                            AND work.day >= ?
                        ORDER BY work.day LIMIT ?
                        """, teamId, today.toString(), ROWS_MAX)
                .list(row -> new NextDate(
                        row.text("day"),
                        row.optionalText("place").orElse(""),
                        row.text("kind").equals("visit") ? "訪問の予定" : "講座の予定")));
        dates.addAll(retries("visit", "outcome_retry_on", "もう一度訪問する"));
        dates.addAll(retries("approach", "result_retry_on", "もう一度声をかける"));
        promises().stream()
                .filter(promise -> promise.dueOn().isPresent())
                .forEach(promise ->
                        dates.add(new NextDate(promise.dueOn().get(), promise.workplace(), "期限：" + promise.task())));
        dates.sort(Comparator.comparing(NextDate::day));
        return dates;
    }

    /** Where somebody wants to be asked again, and nobody has been there since. */
    private List<NextDate> retries(String table, String column, String what) throws SQLException {
        return Sql.of(connection, """
                        SELECT tried.%s AS day, workplace.name AS place FROM %s AS tried
                        JOIN workplace ON workplace.team_id = tried.team_id AND workplace.id = tried.workplace_id
                        WHERE tried.team_id = ? AND tried.%s IS NOT NULL AND NOT EXISTS (
                            SELECT 1 FROM visit AS later WHERE later.team_id = tried.team_id
                            AND later.workplace_id = tried.workplace_id AND later.outcome_state = 'done'
                            AND later.visit_on >= tried.%s)
                        ORDER BY tried.%s LIMIT ?
                        """.formatted(column, table, column, column, column), teamId, ROWS_MAX)
                .list(row ->
                        new NextDate(row.text("day"), row.optionalText("place").orElse(""), what));
    }

    private static String words(Optional<String> first, Optional<String> second) {
        return (first.orElse("") + " " + second.orElse("")).strip();
    }
}
