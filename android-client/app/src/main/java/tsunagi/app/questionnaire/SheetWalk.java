package tsunagi.app.questionnaire;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tsunagi.engine.form.Filling;
import tsunagi.questionnaires.Finding;
import tsunagi.questionnaires.QuestionType;
import tsunagi.questionnaires.Sheet;
import tsunagi.questionnaires.SheetItem;
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
    private final Set<String> tried = new HashSet<>();
    private final Map<String, Answer> removed = new LinkedHashMap<>();
    private final Locale tongue;
    private Optional<FormLanguage> language = Optional.empty();
    private List<FillPage> pages;
    private List<Finding> findings = new ArrayList<>();
    private int at;
    private String removedPart = "";
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
        this.files = files;
        this.tongue = tongue;
        List<String> languages = sheet().form().languages();
        if (!languages.isEmpty()) {
            speak(FormLanguage.of(languages, tongue).orElse(languages.get(0)));
        }
        lay();
        at = Math.max(0, pageOf(filling.place()));
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
        return new FillState(sheet().form(), language, pages, at, said(), entries(), filesOfPage(), isHeldUp);
    }

    /** Answers a question; a single choice leads on when nothing else is left on its page. */
    FillState answer(String path, Answer answer, boolean isChosen) {
        filling.answer(path, answer, () -> {
            lay();
            if (isChosen && setting.goesOn() && leadsOn(path)) {
                at = pageOf(path) + 1;
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
        if (at >= pages.size()) {
            return state();
        }
        pages.get(at).questions().forEach(asked -> tried.add(asked.path()));
        boolean isHeldUp = !setting.isPaper() && isAnyInTheWay(pages.get(at));
        return isHeldUp ? state(true) : goTo(at + 1);
    }

    FillState back() {
        return goTo(Math.max(0, at - 1));
    }

    /** Goes to a page, or to the overview behind the last one. */
    FillState goTo(int page) {
        at = Math.min(page, pages.size());
        if (at == pages.size()) {
            pages.forEach(each -> each.questions().forEach(asked -> tried.add(asked.path())));
        }
        filling.goTo(place());
        return state();
    }

    FillState goTo(String path) {
        int page = pageOf(path);
        return page < 0 ? state() : goTo(page);
    }

    /** Looks at all questions from anywhere, without calling any of them forgotten. */
    FillState look() {
        at = pages.size();
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
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).items().stream().anyMatch(item -> item.path().startsWith(part))) {
                goTo(i);
                return;
            }
        }
    }

    /** Takes a part out, with its answers; they can be brought back once. */
    FillState remove(String partPath) {
        removed.clear();
        sheet().draft().forEach((path, answer) -> {
            if (path.startsWith(partPath + "/")) {
                removed.put(path.substring(partPath.length()), answer);
            }
        });
        removedPart = partPath;
        filling.remove(partPath);
        lay();
        at = Math.min(at, pages.size());
        return goTo(Math.max(0, placeBefore(partPath)));
    }

    private int placeBefore(String partPath) {
        String repeat = partPath.substring(0, partPath.lastIndexOf('['));
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).items().stream().anyMatch(item -> item.path().startsWith(repeat))) {
                return Math.max(i, Math.min(at, lastOf(repeat)));
            }
        }
        return Math.min(at, pages.size() - 1);
    }

    private int lastOf(String repeat) {
        int last = 0;
        for (int i = 0; i < pages.size(); i++) {
            boolean isOfIt =
                    pages.get(i).items().stream().anyMatch(item -> item.path().startsWith(repeat));
            last = isOfIt ? i : last;
        }
        return last;
    }

    /** Brings back the part that was taken out last, behind the others. */
    FillState bringBack() {
        String repeat = removedPart.substring(0, removedPart.lastIndexOf('['));
        Optional<String> added = filling.add(repeat);
        added.ifPresent(part -> removed.forEach((rest, answer) -> filling.answer(part + rest, answer)));
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
            at = pages.size();
            return Optional.empty();
        }
        filling.complete(authorPersonId, nowMs);
        return Optional.of(filling.key());
    }

    /** What is wanted and does not stand on the paper was left empty there. */
    private void markGaps() {
        for (FillEntry entry : entries()) {
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
        pages = FillPages.of(sheet().items());
        findings = sheet().findings();
    }

    private String place() {
        if (pages.isEmpty()) {
            return "";
        }
        return pages.get(Math.min(at, pages.size() - 1)).place();
    }

    private int pageOf(String path) {
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).holds(path)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether all of a page is answered by choosing, and nothing is left of it. */
    private boolean leadsOn(String path) {
        int page = pageOf(path);
        if (page < 0) {
            return false;
        }
        for (SheetItem item : pages.get(page).items()) {
            boolean isDone = item instanceof Asked asked
                    && (!FillPage.takesAnswer(asked)
                            || ((asked.type() == QuestionType.CHOICE || asked.type() == QuestionType.ACKNOWLEDGEMENT)
                                    && asked.answer().isPresent()));
            if (!isDone && !(item instanceof SheetItem.Group)) {
                return false;
            }
        }
        return !isAnyInTheWay(pages.get(page));
    }

    private boolean isAnyInTheWay(FillPage page) {
        return findings.stream().anyMatch(finding -> finding.kind().isError() && page.holds(finding.path()));
    }

    /** What is wrong is said at once; what is missing, only once somebody wanted to go on without it. */
    private Map<String, List<String>> said() {
        Map<String, List<String>> said = new HashMap<>();
        for (Finding finding : findings) {
            boolean isSaid =
                    finding.kind() != Finding.Kind.REQUIRED || (tried.contains(finding.path()) && !setting.isPaper());
            if (finding.kind().isError() && isSaid) {
                said.computeIfAbsent(finding.path(), path -> new ArrayList<>()).add(words(finding));
            }
        }
        return said;
    }

    private String words(Finding finding) {
        Locale reader = language.flatMap(FormLanguage::locale).orElse(tongue);
        return reader.getLanguage().equals("ja")
                ? finding.wording().ja()
                : finding.wording().en();
    }

    private List<FillEntry> entries() {
        Map<String, Finding.Kind> errors = new HashMap<>();
        findings.stream()
                .filter(finding -> finding.kind().isError())
                .forEach(finding -> errors.put(finding.path(), finding.kind()));
        List<FillEntry> entries = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            FillPage page = pages.get(i);
            String heading = String.join(" ・ ", page.headings());
            for (Asked asked : page.questions()) {
                entries.add(new FillEntry(asked.path(), i, heading, asked.label(), mark(asked, errors)));
            }
        }
        return entries;
    }

    private static FillEntry.Mark mark(Asked asked, Map<String, Finding.Kind> errors) {
        Finding.Kind error = errors.get(asked.path());
        if (error != null) {
            return error == Finding.Kind.REQUIRED ? FillEntry.Mark.MISSING : FillEntry.Mark.WRONG;
        }
        return asked.answer().isPresent() ? FillEntry.Mark.ANSWERED : FillEntry.Mark.OPEN;
    }

    private Map<String, ByteString> filesOfPage() {
        Map<String, ByteString> found = new HashMap<>();
        if (at < pages.size()) {
            for (Asked asked : pages.get(at).questions()) {
                asked.answer()
                        .filter(Answer::hasAttachment)
                        .flatMap(answer -> files.apply(answer.getAttachment().getSha256()))
                        .ifPresent(content -> found.put(asked.path(), content));
            }
        }
        return found;
    }
}
