package tsunagi.server.console.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.server.console.page.NotThereException;
import tsunagi.server.console.page.Page;
import tsunagi.server.review.AskedQuestion;
import tsunagi.server.review.ChangesSince;
import tsunagi.server.review.MovedField;
import tsunagi.server.review.ReviewOf;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.StoredRecord;
import tsunagi.server.words.DatabaseNames;
import tsunagi.server.words.ShownRecord;
import tsunagi.server.words.ValueText;

/** Looks at one record and everything that was said about it. */
final class RecordLook {
    private final Page page;
    private final Connection connection;
    private final DatabaseNames names;
    private final RecordRows rows = new RecordRows();

    RecordLook(Page page, Connection connection) {
        this.page = page;
        this.connection = connection;
        this.names = new DatabaseNames(connection, page.team().orElseThrow().id(), page.language());
    }

    RecordPage of(RecordKey key) throws SQLException {
        RecordState record = rows.find(connection, key)
                .map(StoredRecord::toState)
                .filter(state -> !state.life().isErased())
                .orElseThrow(NotThereException::new);
        RecordKey reviewKey = ReviewOf.key(key);
        ReviewOf review = ReviewOf.of(
                key,
                rows.find(connection, reviewKey)
                        .map(StoredRecord::toState)
                        .orElseGet(() -> RecordState.absent(reviewKey)));
        ReviewWords words = new ReviewWords(page, names);
        return new RecordPage(
                words.records(List.of(key)).get(0),
                lines(key, record),
                changes(record, review),
                words.questions(review.questions(), Set.of()),
                looked(words, review),
                review.isLeftOut(),
                review.whyLeftOut());
    }

    private List<RecordPage.Line> lines(RecordKey key, RecordState record) {
        return names.allFor(known -> new ValueText(page.language(), known)
                .lines(ShownRecord.of(record)).stream()
                        .map(line -> new RecordPage.Line(
                                line.label(),
                                line.value(),
                                page.in("/review/ask?record=" + RecordRef.of(key) + "&field="
                                        + line.path().number())))
                        .toList());
    }

    private List<RecordPage.Moved> changes(RecordState record, ReviewOf review) throws SQLException {
        if (review.checkedAtMs().isEmpty()) {
            return List.of();
        }
        List<MovedField> moved =
                new ChangesSince().of(connection, record, review.checkedAtMs().getAsLong());
        ShownRecord shown = ShownRecord.of(record);
        return names.allFor(known -> {
            ValueText text = new ValueText(page.language(), known);
            return moved.stream()
                    .map(field -> new RecordPage.Moved(
                            text.label(shown, field.path(), field.now().isEmpty() ? field.before() : field.now()),
                            text.value(shown, field.path(), field.before()),
                            text.value(shown, field.path(), field.now()),
                            page.say(
                                    "review.by_at",
                                    known.person(field.by().getPersonId()).orElseGet(() -> page.say("review.somebody")),
                                    page.days().moment(field.by().getCorrectedAtMs()))))
                    .collect(Collectors.toList());
        });
    }

    private String looked(ReviewWords words, ReviewOf review) {
        return review.checkedAtMs().isEmpty()
                ? ""
                : page.say(
                        "review.by_at",
                        words.person(review.said().getCheck().getCheckingPersonId()),
                        page.days().moment(review.checkedAtMs().getAsLong()));
    }

    /** The question of this record that has this key; empty when it has none, or it was taken back. */
    static Optional<AskedQuestion> question(ReviewOf review, String questionKey) {
        return review.questions().stream()
                .filter(question -> question.questionKey().equals(questionKey))
                .findFirst();
    }
}
