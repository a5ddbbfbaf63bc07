package tsunagi.server.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.RowReader;
import tsunagi.server.storage.Sql;

/** The figures of what one team did in one fiscal year, as the views have them: of all of it, or of one part. */
final class WorkFigures {
    private static final String OF_THE_PART =
            " WHERE team_id = ? AND fiscal_year = ? AND split_by = ? AND split_value = ?";

    private final Connection connection;
    private final String teamId;
    private final int fiscalYear;
    private final Split split;

    WorkFigures(Connection connection, String teamId, int fiscalYear, Split split) {
        this.connection = connection;
        this.teamId = teamId;
        this.fiscalYear = fiscalYear;
        this.split = split;
    }

    /** The counts of one part of the work, by column; NULL is empty. */
    record Part(String value, Map<String, OptionalLong> counts) {
        OptionalLong count(Fact.Counted counted) {
            return counts.getOrDefault(counted.column(), OptionalLong.empty());
        }

        long number(String column) {
            return counts.getOrDefault(column, OptionalLong.empty()).orElse(0);
        }

        boolean isEmpty() {
            return counts.isEmpty();
        }
    }

    record Repeated(long times, long people) {}

    record Participants(String value, long participants, long distinct) {}

    record Referrals(String strength, String result, long referrals, long workplaces, long late) {}

    record Hours(String kind, long people, long occasions, long working, long travel, long preparation) {
        long minutes() {
            return working + travel + preparation;
        }
    }

    /** Occasions of one kind, and who came. */
    record Consultations(String kind, long occasions, long people, long fromWorkshops, long late) {}

    /** A holding, and who went on from it. */
    record FromWorkshop(String workshopId, String heldOn, long participants, long consulted, long measured) {}

    record Month(String month, long visits, long attempts) {}

    record Late(String kind, long records) {}

    /** The counts of a view; without any when there is nothing to count. */
    Part counts(CountingView view) throws SQLException {
        return Sql.of(connection, "SELECT * FROM " + view.view() + OF_THE_PART, arguments())
                .first(row -> part(view, split.value(), row))
                .orElseGet(() -> new Part(split.value(), Map.of()));
    }

    /** The same for every value of a split. */
    List<Part> parts(CountingView view, SplitBy by) throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT * FROM " + view.view()
                                + " WHERE team_id = ? AND fiscal_year = ? AND split_by = ? ORDER BY split_value",
                        teamId,
                        fiscalYear,
                        by.key())
                .list(row -> part(view, row.text("split_value"), row));
    }

    List<Repeated> repeated() throws SQLException {
        return ask(
                "SELECT times, people FROM figure_repeat_participant" + OF_THE_PART + " ORDER BY times",
                row -> new Repeated(row.number("times"), row.number("people")));
    }

    /** Who the participants are: by `side`, `occupation` or `employment`. */
    Map<String, List<Participants>> participants() throws SQLException {
        Map<String, List<Participants>> byAttribute = new LinkedHashMap<>();
        Sql.of(
                        connection,
                        "SELECT attribute, attribute_value, participants, distinct_participants FROM figure_participant"
                                + OF_THE_PART + " ORDER BY attribute, participants DESC, attribute_value",
                        arguments())
                .visit(row -> byAttribute
                        .computeIfAbsent(row.text("attribute"), unused -> new ArrayList<>())
                        .add(new Participants(
                                row.text("attribute_value"),
                                row.number("participants"),
                                row.number("distinct_participants"))));
        return byAttribute;
    }

    List<Referrals> referrals() throws SQLException {
        return ask(
                "SELECT strength, result, referrals, workplaces, late FROM figure_referral" + OF_THE_PART
                        + " ORDER BY strength, result",
                row -> new Referrals(
                        row.text("strength"),
                        row.text("result"),
                        row.number("referrals"),
                        row.number("workplaces"),
                        row.number("late")));
    }

    List<Hours> hours() throws SQLException {
        return ask(
                "SELECT kind, people, occasions, working_minutes, travel_minutes, preparation_minutes FROM figure_hours"
                        + OF_THE_PART + " ORDER BY kind",
                row -> new Hours(
                        row.text("kind"),
                        row.number("people"),
                        row.number("occasions"),
                        row.number("working_minutes"),
                        row.number("travel_minutes"),
                        row.number("preparation_minutes")));
    }

    List<Consultations> consultations() throws SQLException {
        return ask(
                "SELECT kind, occasions, people, from_workshops, late FROM figure_consultation" + OF_THE_PART
                        + " ORDER BY kind",
                row -> new Consultations(
                        row.text("kind"),
                        row.number("occasions"),
                        row.number("people"),
                        row.number("from_workshops"),
                        row.number("late")));
    }

    /** Of all the team's work: this view has no parts. */
    List<FromWorkshop> fromWorkshops() throws SQLException {
        return Sql.of(connection, """
                        SELECT workshop_id, held_on, participants, consulted, measured FROM figure_workshop_consultation
                        WHERE team_id = ? AND fiscal_year = ? ORDER BY held_on, workshop_id
                        """, teamId, fiscalYear)
                .list(row -> new FromWorkshop(
                        row.text("workshop_id"),
                        row.optionalText("held_on").orElse(""),
                        row.number("participants"),
                        row.number("consulted"),
                        row.number("measured")));
    }

    List<Month> months() throws SQLException {
        return ask(
                "SELECT SUBSTR(day, 1, 7) AS month, COUNT(CASE WHEN state = 'done' THEN 1 END) AS visits,"
                        + " COUNT(CASE WHEN state IN ('absent', 'cut_short', 'declined') THEN 1 END) AS attempts"
                        + " FROM work_split" + OF_THE_PART
                        + " AND kind = 'visit' AND day IS NOT NULL GROUP BY SUBSTR(day, 1, 7) ORDER BY 1",
                row -> new Month(row.text("month"), row.number("visits"), row.number("attempts")));
    }

    /** What reached the server after its programme was closed. */
    List<Late> late() throws SQLException {
        return ask(
                "SELECT kind, COUNT(*) AS records FROM work_split" + OF_THE_PART
                        + " AND is_late = 1 GROUP BY kind ORDER BY kind",
                row -> new Late(row.text("kind"), row.number("records")));
    }

    private <T> List<T> ask(String sql, RowReader<T> reader) throws SQLException {
        return Sql.of(connection, sql, arguments()).list(reader);
    }

    private Object[] arguments() {
        return new Object[] {teamId, fiscalYear, split.by().key(), split.value()};
    }

    private static Part part(CountingView view, String value, Row row) throws SQLException {
        Map<String, OptionalLong> counts = new LinkedHashMap<>();
        for (Fact fact : view.facts()) {
            for (Fact.Counted counted : List.of(fact.occasions(), fact.distinct()).stream()
                    .flatMap(each -> each.stream())
                    .toList()) {
                counts.put(counted.column(), row.optionalNumber(counted.column()));
            }
        }
        return new Part(value, counts);
    }
}
