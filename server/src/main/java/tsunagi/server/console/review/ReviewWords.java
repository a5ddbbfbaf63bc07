package tsunagi.server.console.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tsunagi.record.RecordKey;
import tsunagi.server.console.page.Page;
import tsunagi.server.review.AskedQuestion;
import tsunagi.server.review.ReviewOf;
import tsunagi.server.review.UnseenRecord;
import tsunagi.server.words.DatabaseNames;
import tsunagi.server.words.RecordWords;
import tsunagi.server.words.Title;

/** Puts what was said about records into the words of a page. Lives as long as the look at the database. */
final class ReviewWords {
    private final Page page;
    private final DatabaseNames names;

    ReviewWords(Page page, DatabaseNames names) {
        this.page = page;
        this.names = names;
    }

    List<QuestionRow> questions(List<AskedQuestion> questions, Set<String> news) {
        Map<RecordKey, Title> titles =
                names.titles(questions.stream().map(AskedQuestion::about).toList());
        return questions.stream()
                .map(question -> question(question, titles, news.contains(question.questionKey())))
                .toList();
    }

    private QuestionRow question(AskedQuestion question, Map<RecordKey, Title> titles, boolean isNews) {
        RecordKey about = question.about();
        return new QuestionRow(
                titled(about, titles),
                question.questionKey(),
                question.field().map(path -> words().field(about.type(), path)).orElse(""),
                question.asked().getQuestion(),
                person(question.asked().getAskedPersonId()),
                page.days().day(question.askedOn()),
                !question.isOpen(),
                question.answer().map(answer -> answer.getAnswer()).orElse(""),
                page.days().day(question.answeredOn()),
                isNews,
                page.in("/review/records/" + RecordRef.of(about) + "/questions/" + question.questionKey()));
    }

    List<RecordRow> unseen(List<UnseenRecord> records) {
        Map<RecordKey, Title> titles =
                names.titles(records.stream().map(UnseenRecord::key).toList());
        return records.stream()
                .map(record -> new RecordRow(
                        titled(record.key(), titles),
                        page.days().moment(record.movedAtMs()),
                        record.checkedAtMs().isPresent()
                                ? page.days().moment(record.checkedAtMs().getAsLong())
                                : "",
                        ""))
                .toList();
    }

    List<RecordRow> leftOut(List<ReviewOf> reviews) {
        Map<RecordKey, Title> titles =
                names.titles(reviews.stream().map(ReviewOf::about).toList());
        return reviews.stream()
                .map(review -> new RecordRow(titled(review.about(), titles), "", "", review.whyLeftOut()))
                .toList();
    }

    List<Titled> records(List<RecordKey> records) {
        Map<RecordKey, Title> titles = names.titles(records);
        return records.stream().map(record -> titled(record, titles)).toList();
    }

    String person(String personId) {
        return names.person(personId).orElseGet(() -> page.say("review.somebody"));
    }

    private Titled titled(RecordKey record, Map<RecordKey, Title> titles) {
        Optional<Title> title = Optional.ofNullable(titles.get(record));
        return new Titled(
                RecordRef.of(record),
                words().type(record.type()),
                title.map(Title::line).orElseGet(() -> page.say("review.gone_record")),
                title.map(Title::detail).orElse(""),
                page.in("/review/records/" + RecordRef.of(record)));
    }

    RecordWords words() {
        return RecordWords.in(page.language());
    }
}
