package tsunagi.server.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import tsunagi.server.storage.Sql;

/** The records that are left out of totals, page by page, those last spoken of first. */
final class LeftOutList {
    private final Connection connection;
    private final UUID teamId;

    LeftOutList(Connection connection, UUID teamId) {
        this.connection = connection;
        this.teamId = teamId;
    }

    ReviewList<ReviewOf> page(Optional<ListPlace> after, int rowsMax) throws SQLException {
        List<ListPlace> followed = followed(after, rowsMax + 1);
        Optional<ListPlace> end = followed.size() > rowsMax ? Optional.of(followed.get(rowsMax - 1)) : Optional.empty();
        TreeSet<ListPlace> places = new TreeSet<>(ListPlace.ASCENDING.reversed());
        places.addAll(followed);
        FreshReviews reviews = new FreshReviews(connection, teamId);
        for (ReviewOf moved : reviews.moved()) {
            // What moved stands where it stands now, and no longer where the plain tables have it.
            places.removeIf(place -> place.id().equals(moved.key().id()));
            if (moved.isLeftOut()) {
                places.add(place(moved.state().revision(), moved.key().id()));
            }
        }
        after.ifPresent(begin -> places.headSet(begin, true).clear());
        end.ifPresent(last -> places.tailSet(last, false).clear());
        Map<UUID, ReviewOf> found =
                reviews.find(places.stream().map(ListPlace::id).toList());
        List<ReviewOf> rows = places.stream()
                .map(place -> found.get(place.id()))
                .filter(Objects::nonNull)
                .filter(ReviewOf::isLeftOut)
                .toList();
        return new ReviewList<>(rows, end.map(ListPlace::text));
    }

    private List<ListPlace> followed(Optional<ListPlace> after, int rows) throws SQLException {
        StringBuilder sql =
                new StringBuilder("SELECT id, revision FROM review WHERE team_id = ? AND exclusion_left_out = 1");
        List<Object> arguments = new ArrayList<>(List.of(teamId.toString()));
        after.ifPresent(place -> {
            sql.append(" AND (revision, id) < (?, ?)");
            arguments.addAll(List.of(place.asNumber(), place.id().toString()));
        });
        sql.append(" ORDER BY revision DESC, id DESC LIMIT ").append(rows);
        return Sql.of(connection, sql.toString(), arguments.toArray())
                .list(row -> place(row.number("revision"), UUID.fromString(row.text("id"))));
    }

    private static ListPlace place(long revision, UUID id) {
        return new ListPlace(ListPlace.number(revision), id, "");
    }
}
