package tsunagi.server.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import tsunagi.server.storage.Database;
import tsunagi.server.team.TeamSettings;
import tsunagi.server.team.TeamSettings.Setting;

/** What people said about the records of a team, and what nobody has looked at, page by page. Thread-safe. */
public final class ReviewLists {
    /** Up to here things are counted. */
    public static final int COUNT_MAX = 1_000;

    private final Database database;
    private final TeamSettings settings = new TeamSettings();

    public ReviewLists(Database database) {
        this.database = database;
    }

    /** Since when the team has what moves looked at; empty when it does not. */
    public OptionalLong since(UUID teamId) {
        return database.read(connection -> settings.find(connection, teamId, Setting.REVIEW_SINCE_MS));
    }

    /** Lets the team look at records from this moment on, or no longer. */
    public void set(UUID teamId, OptionalLong sinceMs) {
        database.<Void>write(connection -> {
            if (sinceMs.isPresent()) {
                settings.put(connection, teamId, Setting.REVIEW_SINCE_MS, sinceMs.getAsLong());
            } else {
                settings.clear(connection, teamId, Setting.REVIEW_SINCE_MS);
            }
            return null;
        });
    }

    /**
     * Questions that wait for an answer, the oldest first.
     *
     * @param after the next of the page before; anything else begins at the first page
     */
    public ReviewList<AskedQuestion> open(UUID teamId, Optional<String> after, int rowsMax) {
        return database.read(connection -> new QuestionList(connection, teamId, true).page(place(after), rowsMax));
    }

    /** Questions that were answered, the newest answer first. */
    public ReviewList<AskedQuestion> answered(UUID teamId, Optional<String> after, int rowsMax) {
        return database.read(connection -> new QuestionList(connection, teamId, false).page(place(after), rowsMax));
    }

    /** Records that are left out of totals, those last spoken of first. */
    public ReviewList<ReviewOf> leftOut(UUID teamId, Optional<String> after, int rowsMax) {
        return database.read(connection -> new LeftOutList(connection, teamId).page(place(after), rowsMax));
    }

    /** Records that are new or changed since somebody looked; none where the team does not look at records. */
    public ReviewList<UnseenRecord> unseen(UUID teamId, Optional<String> after, int rowsMax) {
        return database.read(connection -> {
            OptionalLong since = settings.find(connection, teamId, Setting.REVIEW_SINCE_MS);
            return since.isEmpty()
                    ? new ReviewList<>(List.of(), Optional.empty())
                    : new UnseenList(connection, teamId, since.getAsLong()).page(place(after), rowsMax);
        });
    }

    /** Those of these questions whose answer came after somebody last looked at the record, by their keys. */
    public Set<String> news(UUID teamId, List<AskedQuestion> answered) {
        return database.read(connection -> news(connection, teamId, answered));
    }

    public ReviewCounts counts(UUID teamId) {
        return database.read(connection -> {
            OptionalLong since = settings.find(connection, teamId, Setting.REVIEW_SINCE_MS);
            List<AskedQuestion> answered = new QuestionList(connection, teamId, false)
                    .page(Optional.empty(), COUNT_MAX)
                    .rows();
            return new ReviewCounts(
                    new QuestionList(connection, teamId, true)
                            .page(Optional.empty(), COUNT_MAX)
                            .rows()
                            .size(),
                    news(connection, teamId, answered).size(),
                    new LeftOutList(connection, teamId)
                            .page(Optional.empty(), COUNT_MAX)
                            .rows()
                            .size(),
                    since.isPresent() ? new UnseenList(connection, teamId, since.getAsLong()).count(COUNT_MAX) : 0);
        });
    }

    private static Set<String> news(Connection connection, UUID teamId, List<AskedQuestion> answered)
            throws SQLException {
        Map<UUID, ReviewOf> reviews = new FreshReviews(connection, teamId)
                .find(answered.stream()
                        .map(question -> question.review().id())
                        .distinct()
                        .toList());
        AnswersNews news = new AnswersNews(connection);
        Set<String> keys = new HashSet<>();
        for (AskedQuestion question : answered) {
            ReviewOf review = reviews.get(question.review().id());
            if (review != null && news.isNews(review, question)) {
                keys.add(question.questionKey());
            }
        }
        return keys;
    }

    private static Optional<ListPlace> place(Optional<String> after) {
        return after.flatMap(ListPlace::parse);
    }
}
