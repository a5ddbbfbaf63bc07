package tsunagi.server.handover;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsunagi.server.handover.Handover.Place;
import tsunagi.server.storage.Sql;

/** Reads workplaces in brief. */
final class PlaceReading {
    private final Connection connection;
    private final String teamId;

    PlaceReading(Connection connection, String teamId) {
        this.connection = connection;
        this.teamId = teamId;
    }

    /** A workplace and its newest work. */
    private record Known(
            String id, String name, Optional<Long> people, boolean isNeverPhotographed, Optional<String> notes) {}

    private record Visited(String on, String situation) {}

    /** Those that exist and where anything was done or approached, the newest first. */
    List<Place> read() throws SQLException {
        List<Known> known = Sql.of(connection, """
                        SELECT workplace.id, workplace.name, workplace.photo_rule, workplace.visiting_notes, counted.people,
                            COALESCE((SELECT MAX(work.day) FROM counted_work AS work
                                WHERE work.team_id = workplace.team_id AND work.workplace_id = workplace.id), '') AS newest
                        FROM workplace
                        LEFT JOIN counted_workplace AS counted
                            ON counted.team_id = workplace.team_id AND counted.workplace_id = workplace.id
                        WHERE workplace.team_id = ? AND workplace.closed_on IS NULL
                        ORDER BY newest DESC, workplace.id LIMIT ?
                        """, teamId, Handover.PLACES_MAX)
                .list(row -> new Known(
                        row.text("id"),
                        row.optionalText("name").orElse("(名称未記入)"),
                        row.optionalNumber("people").isPresent() ? Optional.of(row.number("people")) : Optional.empty(),
                        row.optionalText("photo_rule").filter("never"::equals).isPresent(),
                        row.optionalText("visiting_notes")));
        List<Place> places = new ArrayList<>();
        for (Known place : known) {
            places.add(place(place));
        }
        return places;
    }

    private Place place(Known place) throws SQLException {
        Optional<Visited> visited = Sql.of(connection, """
                        SELECT visit_on, COALESCE(findings, needs, outcome_reason_words, '') AS situation FROM visit
                        WHERE team_id = ? AND workplace_id = ? AND visit_on IS NOT NULL
                        AND COALESCE(outcome_state, 'unspecified') <> 'unspecified'
                        ORDER BY visit_on DESC, id LIMIT 1
                        """, teamId, place.id())
                .first(row -> new Visited(row.text("visit_on"), row.text("situation")));
        return new Place(
                place.id(),
                place.name(),
                place.people(),
                visited.map(Visited::on),
                visited.map(Visited::situation).filter(words -> !words.isBlank()),
                actions(place.id()),
                busySeasons(place.id()),
                place.isNeverPhotographed(),
                place.notes(),
                new ContactReading(connection, teamId).ofWorkplace(place.id()));
    }

    private List<String> actions(String id) throws SQLException {
        return Sql.of(connection, """
                        SELECT title FROM action WHERE team_id = ? AND workplace_id = ?
                        AND standing_state IN ('started', 'going_on') AND title IS NOT NULL ORDER BY started_on, id
                        """, teamId, id).list(row -> row.text("title"));
    }

    private List<String> busySeasons(String id) throws SQLException {
        return Sql.of(connection, """
                        SELECT from_month_day, until_month_day, reason FROM workplace_busy_season
                        WHERE team_id = ? AND workplace_id = ? ORDER BY from_month_day
                        """, teamId, id)
                .list(row -> row.optionalText("from_month_day").orElse("").replace('-', '/') + "〜"
                        + row.optionalText("until_month_day").orElse("").replace('-', '/')
                        + row.optionalText("reason").map(reason -> " " + reason).orElse(""));
    }
}
