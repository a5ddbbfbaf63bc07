package tsunagi.server.review;

import com.google.protobuf.ByteString;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import tsunagi.calendar.JapaneseDays;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Review;
import tsunagi.records.v1.ReviewAnswer;
import tsunagi.records.v1.ReviewCheck;
import tsunagi.records.v1.ReviewExclusion;
import tsunagi.records.v1.ReviewQuestion;
import tsunagi.server.desk.Desk;
import tsunagi.server.desk.DeskEdit;
import tsunagi.server.storage.ChangeLog;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.LoggedChange;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.StoredRecord;

/** Where a とりまとめ担当 says something about records, many at once if need be. It never touches the records themselves. Thread-safe. */
public final class Reviewing {
    private final Database database;
    private final Desk desk;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final RecordRows rows = new RecordRows();
    private final ChangeLog log = new ChangeLog();
    private final Authors authors = new Authors();
    private final Past past = new Past();

    public Reviewing(Database database, Desk desk, Clock clock, Supplier<UUID> ids) {
        this.database = database;
        this.desk = desk;
        this.clock = clock;
        this.ids = ids;
    }

    /** What was said about a record so far. */
    public ReviewOf about(RecordKey record) {
        return ReviewOf.of(record, desk.show(ReviewOf.key(record)));
    }

    /** Who wrote each of these records, or this field of them; those of whom nobody knows are not there. */
    public Map<RecordKey, String> authors(List<RecordKey> records, Optional<Integer> fieldNumber) {
        return database.read(connection -> {
            Map<RecordKey, String> found = new LinkedHashMap<>();
            for (RecordState record : states(connection, records)) {
                authors.of(connection, record, fieldNumber).ifPresent(author -> found.put(record.key(), author));
            }
            return found;
        });
    }

    /** Asks the same about each of these records; of those for which there is nobody to ask, nothing is asked. */
    public Reviewed ask(UUID teamId, String personId, List<RecordKey> records, Question question) {
        Map<RecordKey, String> asked = new LinkedHashMap<>();
        if (question.askedPersonId().isPresent()) {
            records.forEach(record -> asked.put(record, question.askedPersonId().get()));
        } else {
            asked.putAll(authors(records, question.fieldNumber()));
        }
        String today = today().toString();
        return say(teamId, personId, List.copyOf(asked.keySet()), record -> {
            ReviewQuestion.Builder one = ReviewQuestion.newBuilder()
                    .setQuestion(question.text())
                    .setAskedPersonId(asked.get(record))
                    .setAskedOn(today);
            question.fieldNumber().ifPresent(one::setFieldNumber);
            return Review.newBuilder().putQuestions(ids.get().toString(), one.build());
        });
    }

    /** Writes the answer down that somebody gave by another way, such as on the telephone. */
    public Reviewed answer(UUID teamId, String personId, AskedQuestion question, String answer) {
        ReviewAnswer said = ReviewAnswer.newBuilder()
                .setAnswer(answer)
                .setAnsweredOn(today().toString())
                .build();
        return say(teamId, personId, List.of(question.about()), record -> Review.newBuilder()
                .putAnswers(question.questionKey(), said));
    }

    /** Takes a question back that nobody needs to answer any more. */
    public Reviewed withdraw(UUID teamId, String personId, AskedQuestion question) {
        RecordState seen = desk.show(question.review());
        FieldPath path = FieldPath.entry(Review.QUESTIONS_FIELD_NUMBER, question.questionKey());
        return write(teamId, personId, List.of(new DeskEdit(seen, FieldValues.NONE, Set.of(path))));
    }

    /** Marks records as looked at (確認済み), as they stand now. */
    public Reviewed lookedAt(UUID teamId, String personId, List<RecordKey> records) {
        ReviewCheck check = ReviewCheck.newBuilder()
                .setCheckingPersonId(personId)
                .setCheckedAtMs(clock.millis())
                .build();
        return say(teamId, personId, records, record -> Review.newBuilder().setCheck(check));
    }

    /** Leaves records out of totals (集計から除く). */
    public Reviewed leaveOut(UUID teamId, String personId, List<RecordKey> records, String reason) {
        ReviewExclusion out =
                ReviewExclusion.newBuilder().setLeftOut(true).setReason(reason).build();
        return say(teamId, personId, records, record -> Review.newBuilder().setExclusion(out));
    }

    /** Counts records again that were left out. */
    public Reviewed countAgain(UUID teamId, String personId, List<RecordKey> records) {
        ReviewExclusion in = ReviewExclusion.newBuilder().setLeftOut(false).build();
        return say(teamId, personId, records, record -> Review.newBuilder().setExclusion(in));
    }

    /** Takes back what this person said in one save, wherever nobody has said anything else since. */
    public Reviewed undo(UUID teamId, String personId, UUID saveId, long firstRevision, long lastRevision) {
        List<DeskEdit> edits = database.read(connection -> {
            List<DeskEdit> back = new ArrayList<>();
            for (LoggedChange logged : log.by(
                    connection, teamId, RecordType.RECORD_TYPE_REVIEW_VALUE, personId, firstRevision, lastRevision)) {
                if (past.read(logged).saveId().filter(saveId::equals).isPresent()) {
                    back.add(back(connection, logged));
                }
            }
            return back;
        });
        return write(teamId, personId, edits);
    }

    private DeskEdit back(Connection connection, LoggedChange logged) throws SQLException {
        RecordState now = rows.find(connection, logged.key()).orElseThrow().toState();
        Map<FieldPath, ByteString> before = past.values(
                log.of(connection, logged.key()).stream()
                        .filter(change -> change.body().isPresent())
                        .toList(),
                change -> change.revision() < logged.revision());
        Map<FieldPath, ByteString> values = new TreeMap<>();
        Set<FieldPath> cleared = new HashSet<>();
        for (FieldPath path : past.read(logged).touched()) {
            boolean isItsOwn = now.stampOf(path).changeIds().equals(List.of(logged.changeId()));
            if (isItsOwn && !isAbout(path)) {
                ByteString value = before.getOrDefault(path, ByteString.EMPTY);
                if (value.isEmpty()) {
                    cleared.add(path);
                } else {
                    values.put(path, value);
                }
            }
        }
        return new DeskEdit(now, FieldValues.of(values), cleared);
    }

    /** What a review is about stays, though it be empty; its id was made of it. */
    private static boolean isAbout(FieldPath path) {
        return path.number() == Review.ABOUT_ID_FIELD_NUMBER || path.number() == Review.ABOUT_TYPE_FIELD_NUMBER;
    }

    private Reviewed say(
            UUID teamId, String personId, List<RecordKey> records, Function<RecordKey, Review.Builder> what) {
        Map<RecordKey, RecordState> reviews = new LinkedHashMap<>();
        List<RecordKey> keys = records.stream().map(ReviewOf::key).toList();
        database.read(connection -> states(connection, keys)).forEach(state -> reviews.put(state.key(), state));
        List<DeskEdit> edits = new ArrayList<>();
        for (RecordKey record : records) {
            RecordKey key = ReviewOf.key(record);
            RecordState seen = reviews.getOrDefault(key, RecordState.absent(key));
            Review said = what.apply(record)
                    .setAboutId(record.id().toString())
                    .setAboutTypeValue(record.type())
                    .build();
            edits.add(DeskEdit.of(seen, said));
        }
        return write(teamId, personId, edits);
    }

    private Reviewed write(UUID teamId, String personId, List<DeskEdit> edits) {
        UUID saveId = ids.get();
        return Reviewed.of(saveId, desk.writeTogether(teamId, personId, saveId, edits));
    }

    private List<RecordState> states(Connection connection, List<RecordKey> keys) throws SQLException {
        return keys.isEmpty()
                ? List.of()
                : rows.find(connection, keys.get(0).teamId(), keys).stream()
                        .map(StoredRecord::toState)
                        .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JapaneseDays.TIME);
    }
}
