package tsunagi.engine.form;

import com.google.protobuf.ByteString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tsunagi.change.FieldPath;
import tsunagi.engine.attachment.Files;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.draft.Drafts;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.questionnaires.Finding;
import tsunagi.questionnaires.RespondentFacts;
import tsunagi.questionnaires.Sheet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseProgress;
import tsunagi.records.v1.ResponseState;

/** A sheet that somebody fills in; every answer is on disk before the screen goes on. */
public final class Filling {
    private final Draft draft;
    private final Sheet sheet;
    private final Drafts drafts;
    private final Files files;
    private final Map<String, Answer> saved;
    private Map<String, Answer> kept;
    private String place;
    private String keptPlace;

    /**
     * The answers that a sheet begins with.
     *
     * @param saved those of the record
     * @param standing those with what was entered since
     * @param place the question at which it was left; empty at the beginning
     */
    record Answers(Map<String, Answer> saved, Map<String, Answer> standing, String place) {}

    Filling(Draft draft, Sheet sheet, Answers answers, Drafts drafts, Files files) {
        this.draft = draft;
        this.sheet = sheet;
        this.drafts = drafts;
        this.files = files;
        this.saved = answers.saved();
        this.kept = new LinkedHashMap<>(answers.standing());
        this.place = answers.place();
        this.keptPlace = place;
        keep(sheet.draft());
    }

    public UUID draftId() {
        return draft.id();
    }

    public RecordKey key() {
        return draft.key();
    }

    /** What is asked, and with what it is answered; for looking. */
    public Sheet sheet() {
        return sheet;
    }

    /** The question at which the person stands; empty at the beginning. */
    public String place() {
        return place;
    }

    /** The person goes to another question; whoever comes back finds the sheet open there. */
    public void goTo(String questionPath) {
        place = questionPath;
        keep(sheet.draft());
    }

    /** Answers a question and goes where the answer leads, in one step on disk. */
    public List<Finding> answer(String path, Answer answer, Supplier<String> nextPlace) {
        List<Finding> findings = sheet.answer(path, answer);
        place = nextPlace.get();
        keep(sheet.draft());
        return findings;
    }

    /** Answers a question, or answers it anew. */
    public List<Finding> answer(String path, Answer answer) {
        List<Finding> findings = sheet.answer(path, answer);
        keep(sheet.draft());
        return findings;
    }

    /** Answers a question with a file, such as a photo or a signature. */
    public void attach(String path, ByteString content, String mediaType) {
        files.keep(
                key(),
                content,
                mediaType,
                attachment -> answer(
                        path, Answer.newBuilder().setAttachment(attachment).build()));
    }

    public void clear(String path) {
        sheet.clear(path);
        keep(sheet.draft());
        files.tidy(key());
    }

    /** Adds a part to a repeat; tells its path, or nothing when none can be added. */
    public Optional<String> add(String repeatPath) {
        Optional<String> added = sheet.add(repeatPath);
        keep(sheet.draft());
        return added;
    }

    public void remove(String partPath) {
        sheet.remove(partPath);
        keep(sheet.draft());
        files.tidy(key());
    }

    /** Sets what is known of the sheet besides its answers, such as its code. */
    public void set(Response heading) {
        draft.set(heading);
    }

    /** What speaks against the sheet being complete, and what else a person should see; nothing is saved. */
    public List<Finding> finish() {
        return sheet.finish();
    }

    /** Saves the sheet as complete: what is asked as things stand. */
    public List<SavedChange> complete(String authorPersonId, long nowMs) {
        sheet.finish();
        Map<String, Answer> answers = sheet.answers();
        keep(answers);
        draft.set(RespondentFacts.of(sheet.form(), answers));
        return save(
                ResponseProgress.newBuilder().setState(ResponseState.RESPONSE_STATE_COMPLETE), authorPersonId, nowMs);
    }

    /** Saves the sheet as it was left, at this question. */
    public List<SavedChange> breakOff(String questionPath, String authorPersonId, long nowMs) {
        keep(sheet.draft());
        return save(
                ResponseProgress.newBuilder()
                        .setState(ResponseState.RESPONSE_STATE_BROKEN_OFF)
                        .setQuestionPath(questionPath),
                authorPersonId,
                nowMs);
    }

    /** Throws the sheet away, with everything entered. */
    public void discard() {
        draft.discard();
        files.tidy(key());
    }

    private List<SavedChange> save(ResponseProgress.Builder progress, String authorPersonId, long nowMs) {
        draft.set(Response.newBuilder()
                .setProgress(progress.setReachedAtMs(nowMs))
                .build());
        List<SavedChange> saved = drafts.save(draft, authorPersonId);
        files.tidy(key());
        return saved;
    }

    /** An answer may move others, by what the form works out; all that moved is kept at once. */
    private void keep(Map<String, Answer> now) {
        drafts.together(() -> {
            now.forEach((path, answer) -> {
                if (!answer.equals(kept.get(path))) {
                    draft.set(answerAt(path), Forms.entry(path, answer));
                }
            });
            for (String path : kept.keySet()) {
                if (!now.containsKey(path)) {
                    takeBack(path);
                }
            }
            if (!place.equals(keptPlace)) {
                draft.set(Response.newBuilder()
                        .setProgress(ResponseProgress.newBuilder().setQuestionPath(place))
                        .build());
            }
        });
        kept = new LinkedHashMap<>(now);
        keptPlace = place;
    }

    private void takeBack(String path) {
        if (saved.containsKey(path)) {
            draft.clear(answerAt(path));
        } else {
            // What only this draft ever said leaves no trace.
            draft.undo(answerAt(path));
        }
    }

    private static FieldPath answerAt(String path) {
        return FieldPath.entry(Response.ANSWERS_FIELD_NUMBER, path);
    }
}
