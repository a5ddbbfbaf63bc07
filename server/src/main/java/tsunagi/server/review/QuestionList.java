package tsunagi.server.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import tsunagi.server.storage.Row;
import tsunagi.server.storage.Sql;

/** The questions back of a team, page by page: open ones, those that wait longest first, or answered ones, the newest answer first. */
final class QuestionList {
    private static final String ALL = """
            SELECT question.review_id, question.entry_key, %s AS day
            FROM review_question question
            LEFT JOIN review_answer answer ON answer.team_id = question.team_id
                AND answer.review_id = question.review_id AND answer.entry_key = question.entry_key
            WHERE question.team_id = ? AND answer.entry_key IS %s NULL
            """;

    private final Connection connection;
    private final UUID teamId;
    private final boolean open;

    QuestionList(Connection connection, UUID teamId, boolean open) {
        this.connection = connection;
        this.teamId = teamId;
        this.open = open;
    }

    ReviewList<AskedQuestion> page(Optional<ListPlace> after, int rowsMax) throws SQLException {
        List<ListPlace> followed = followed(after, rowsMax + 1);
        Optional<ListPlace> end = followed.size() > rowsMax ? Optional.of(followed.get(rowsMax - 1)) : Optional.empty();
        FreshReviews reviews = new FreshReviews(connection, teamId);
        TreeSet<ListPlace> places = new TreeSet<>(order());
        places.addAll(followed);
        reviews.moved().stream()
                .flatMap(review -> review.questions().stream())
                .filter(question -> question.isOpen() == open)
                .map(this::place)
                .forEach(places::add);
        after.ifPresent(begin -> places.headSet(begin, true).clear());
        end.ifPresent(last -> places.tailSet(last, false).clear());
        return new ReviewList<>(asTheyStand(reviews, places), end.map(ListPlace::text));
    }

    private List<AskedQuestion> asTheyStand(FreshReviews reviews, Set<ListPlace> places) throws SQLException {
        Map<UUID, ReviewOf> found =
                reviews.find(places.stream().map(ListPlace::id).distinct().toList());
        List<AskedQuestion> questions = new ArrayList<>();
        for (ListPlace place : places) {
            Stream.ofNullable(found.get(place.id()))
                    .flatMap(review -> review.questions().stream())
                    .filter(question ->
                            question.isOpen() == open && place(question).equals(place))
                    .forEach(questions::add);
        }
        return questions;
    }

    private ListPlace place(AskedQuestion question) {
        return new ListPlace(
                open ? question.askedOn() : question.answeredOn(),
                question.review().id(),
                question.questionKey());
    }

    private Comparator<ListPlace> order() {
        return open ? ListPlace.ASCENDING : ListPlace.ASCENDING.reversed();
    }

    private List<ListPlace> followed(Optional<ListPlace> after, int rows) throws SQLException {
        String day = open ? "COALESCE(question.asked_on, '')" : "COALESCE(answer.answered_on, '')";
        StringBuilder sql = new StringBuilder(ALL.formatted(day, open ? "" : "NOT"));
        List<Object> arguments = new ArrayList<>(List.of(teamId.toString()));
        after.ifPresent(place -> {
            sql.append("AND (" + day + ", question.review_id, question.entry_key) ")
                    .append(open ? "> (?, ?, ?)" : "< (?, ?, ?)");
            arguments.addAll(List.of(place.sortedBy(), place.id().toString(), place.part()));
        });
        sql.append(" ORDER BY day %1$s, question.review_id %1$s, question.entry_key %1$s LIMIT %2$d"
                .formatted(open ? "ASC" : "DESC", rows));
        return Sql.of(connection, sql.toString(), arguments.toArray()).list(QuestionList::place);
    }

    private static ListPlace place(Row row) throws SQLException {
        return new ListPlace(row.text("day"), UUID.fromString(row.text("review_id")), row.text("entry_key"));
    }
}
