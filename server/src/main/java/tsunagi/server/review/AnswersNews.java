package tsunagi.server.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tsunagi.change.FieldPath;
import tsunagi.records.v1.Review;
import tsunagi.server.storage.Sql;

/** Says of answers whether they came after somebody last looked at the record. */
final class AnswersNews {
    private final Connection connection;

    AnswersNews(Connection connection) {
        this.connection = connection;
    }

    /** Whether nobody has looked since this answer came in; by the server's clock, since tablets come home late. */
    boolean isNews(ReviewOf review, AskedQuestion question) throws SQLException {
        OptionalLong checkedAtMs = review.checkedAtMs();
        return checkedAtMs.isEmpty() || checkedAtMs.getAsLong() < receivedAtMs(review, question);
    }

    private long receivedAtMs(ReviewOf review, AskedQuestion question) throws SQLException {
        FieldPath path = FieldPath.entry(Review.ANSWERS_FIELD_NUMBER, question.questionKey());
        List<UUID> changes = review.state().stampOf(path).changeIds();
        long latest = 0;
        for (UUID changeId : changes) {
            Optional<Long> at = Sql.of(
                            connection,
                            "SELECT received_at_ms FROM change_log WHERE team_id = ? AND change_id = ?",
                            review.key().teamId(),
                            changeId)
                    .first(row -> row.number("received_at_ms"));
            latest = Math.max(latest, at.orElse(0L));
        }
        return latest;
    }
}
