package tsunagi.app.questionnaire;

import com.google.protobuf.ByteString;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tsunagi.engine.form.Filling;
import tsunagi.questionnaires.Sheet;
import tsunagi.questionnaires.SheetItem.Asked;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.AnswerGap;

/**
 * Somebody's way through a sheet, page by page. Every step is on disk when it returns, so it is taken beside the main thread,
 * and always on the same one.
 */
public final class SheetWalk {
    private final Filling filling;
    private final FillSetting setting;
    private final Function<ByteString, Optional<ByteString>> files;
    private final FillRemarks remarks;
    private final Locale tongue;
    private Optional<FormLanguage> language = Optional.empty();
    private FillLayout layout;
    private int at;
    private Optional<TakenOut> takenOut = Optional.empty();
    private Map<String, Answer> begunWith = Collections.emptyMap();
    private boolean isNew;

    /**
     * A walk that goes on where the sheet was left.
     *
     * @param files finds a photo or signature by its hash
     * @param tongue in which the sheet is shown when the form speaks it and nobody chose another
     */
    public SheetWalk(
            Filling filling, FillSetting setting, Function<ByteString, Optional<ByteString>> files, Locale tongue) {
        this.filling = filling;
        this.setting = setting;
        this.remarks = new FillRemarks(setting.isPaper());
        this.files = files;
        this.tongue = tongue;
        List<String> languages = sheet().form().languages();
        if (!languages.isEmpty()) {
            speak(FormLanguage.of(languages, tongue).orElse(languages.get(0)));
        }
        lay();
        at = Math.max(0, layout.find(filling.place()));
    }

    /** A walk through a sheet that was begun just now. */
    public static SheetWalk begun(
            Filling filling, FillSetting setting, Function<ByteString, Optional<ByteString>> files, Locale tongue) {
        SheetWalk walk = new SheetWalk(filling, setting, files, tongue);
        walk.begunWith = walk.sheet().draft();
        walk.isNew = true;
        return walk;
    }

    public UUID draftId() {
        return filling.draftId();
    }

    public FillSetting setting() {
        return setting;
    }

    /** What is shown now. */
    FillState state() {
        return state(false);
    }

    private FillState state(boolean isHeldUp) {
        Locale reader = language.flatMap(FormLanguage::locale).orElse(tongue);
        return new FillState(
                sheet().form(),
                language,
                layout.pages(),
                at,
                remarks.said(reader),
                remarks.entries(layout),
                filesOfPage(),
                isHeldUp);
    }

    /** Answers a question; a single choice leads on when nothing else is left on its page. */
    FillState answer(String path, Answer answer, boolean isChosen) {
        filling.answer(path, answer, () -> {
            lay();
            if (isChosen && setting.goesOn() && leadsOn(path)) {
                at = layout.find(path) + 1;
            }
            return place();
        });
        return state();
    }

    /** Keeps what is being typed; an answer without contents takes it back. */
    FillState type(Map<String, Answer> typed) {
        typed.forEach((path, answer) -> {
            if (answer.equals(Answer.getDefaultInstance())) {
                filling.clear(path);
            } else {
                filling.answer(path, answer);
            }
        });
        lay();
        return state();
    }

    FillState clear(String path) {
        filling.clear(path);
        lay();
        return state();
    }

    /** Answers a question with a photo or a drawing. */
    FillState attach(String path, ByteString content, String mediaType) {
        filling.attach(path, content, mediaType);
        lay();
        return state();
    }

    /** Goes to the next page, unless something on this one is in the way. */
    FillState next() {
        if (at >= layout.size()) {
            return state();
        }
        FillPage page = layout.page(at);
        remarks.tried(page);
        boolean isHeldUp = !setting.isPaper() && remarks.isAnyInTheWay(page);
        return isHeldUp ? state(true) : goTo(at + 1);
    }

    FillState back() {
        return goTo(Math.max(0, at - 1));
    }

    /** Goes to a page, or to the overview behind the last one. */
    FillState goTo(int page) {
        at = Math.min(page, layout.size());
        if (at == layout.size()) {
            layout.pages().forEach(remarks::tried);
        }
        filling.goTo(place());
        return state();
    }

    FillState goTo(String path) {
        int page = layout.find(path);
        return page < 0 ? state() : goTo(page);
    }

    /** Looks at all questions from anywhere, without calling any of them forgotten. */
    FillState look() {
        at = layout.size();
        return state();
    }

    /** Shows everything in another language of the form; the answers stay. */
    FillState speakIn(String name) {
        speak(name);
        lay();
        return state();
    }

    private void speak(String name) {
        sheet().speak(name);
        language = Optional.of(FormLanguage.of(name));
    }

    /** Adds a part to a repeat and goes to it. */
    FillState add(String repeatPath) {
        Optional<String> added = filling.add(repeatPath);
        lay();
        added.ifPresent(this::goInto);
        return state();
    }

    private void goInto(String part) {
        int page = layout.firstIn(part);
        if (page >= 0) {
            goTo(page);
        }
    }

    /** Takes a part out, with its answers; they can be brought back once. */
    FillState remove(String partPath) {
        takenOut = Optional.of(TakenOut.of(filling, partPath));
        filling.remove(partPath);
        lay();
        at = Math.min(at, layout.size());
        return goTo(Math.max(0, placeBefore(partPath)));
    }

    private int placeBefore(String partPath) {
        String repeat = partPath.substring(0, partPath.lastIndexOf('['));
        int first = layout.firstIn(repeat);
        return first < 0 ? Math.min(at, layout.size() - 1) : Math.max(first, Math.min(at, layout.lastIn(repeat)));
    }

    /** Brings back the part that was taken out last, behind the others. */
    FillState bringBack() {
        Optional<String> added = takenOut.flatMap(part -> part.bringBack(filling));
        lay();
        added.ifPresent(this::goInto);
        return state();
    }

    /** Saves the sheet as complete, unless something is in the way; empty then. */
    Optional<RecordKey> complete(String authorPersonId, long nowMs) {
        lay();
        if (setting.isPaper()) {
            markGaps();
        } else if (!state().canBeFinished()) {
            at = layout.size();
            return Optional.empty();
        }
        filling.complete(authorPersonId, nowMs);
        return Optional.of(filling.key());
    }

    /** What is wanted and does not stand on the paper was left empty there. */
    private void markGaps() {
        for (FillEntry entry : remarks.entries(layout)) {
            if (entry.mark() == FillEntry.Mark.MISSING) {
                filling.answer(
                        entry.path(),
                        Answer.newBuilder()
                                .setGap(AnswerGap.ANSWER_GAP_LEFT_EMPTY)
                                .build());
            }
        }
    }

    /** Saves the sheet as it was left here. */
    public RecordKey breakOff(String authorPersonId, long nowMs) {
        filling.breakOff(place(), authorPersonId, nowMs);
        return filling.key();
    }

    /** Leaves the sheet as a draft; one that was begun just now and not touched leaves nothing. */
    void leave() {
        if (isNew && sheet().draft().equals(begunWith)) {
            filling.discard();
        }
    }

    /** Throws the sheet away, with all that was entered. */
    public void discard() {
        filling.discard();
    }

    private Sheet sheet() {
        return filling.sheet();
    }

    private void lay() {
        layout = FillLayout.of(sheet());
        remarks.lookAt(sheet());
    }

    private String place() {
        return layout.path(at);
    }

    /** Whether all of a page is answered by choosing, and nothing is left of it. */
    private boolean leadsOn(String path) {
        int page = layout.find(path);
        return page >= 0 && layout.isChosen(page) && !remarks.isAnyInTheWay(layout.page(page));
    }

    private Map<String, ByteString> filesOfPage() {
        Map<String, ByteString> found = new HashMap<>();
        if (at < layout.size()) {
            for (Asked asked : layout.page(at).questions()) {
                asked.answer()
                        .filter(Answer::hasAttachment)
                        .flatMap(answer -> files.apply(answer.getAttachment().getSha256()))
                        .ifPresent(content -> found.put(asked.path(), content));
            }
        }
        return found;
    }
}
