package tsunagi.questionnaires;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.javarosa.core.model.Constants;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.AnswerGap;

/**
 * One sheet being filled in, by one person on one thread. Whatever is answered is kept, also what the form would not take; the
 * findings say what a person has to look at.
 */
public final class Sheet {
    private static final Answer LEFT_EMPTY =
            Answer.newBuilder().setGap(AnswerGap.ANSWER_GAP_LEFT_EMPTY).build();

    private final SheetTree tree;
    private final SheetSetting setting;
    private final Check check;
    private final Prompts prompts;
    private final Counts counts;
    private final Map<String, Answer> unplaced = new LinkedHashMap<>();
    private final Map<String, Answer> gaps = new LinkedHashMap<>();
    private final Map<String, Answer> files = new LinkedHashMap<>();

    private Sheet(SheetTree tree, SheetSetting setting) {
        this.tree = tree;
        this.setting = setting;
        this.check = new Check(tree.definition());
        this.prompts = new Prompts(tree, check);
        this.counts = new Counts(tree);
    }

    static Sheet begin(Form form, SheetSetting setting) {
        Sheet sheet = new Sheet(tree(form, setting), setting);
        sheet.start(true);
        return sheet;
    }

    static Sheet resume(Form form, Map<String, Answer> answers, SheetSetting setting) {
        SheetTree tree = tree(form, setting);
        Resumption resumption = Resumption.of(tree, answers);
        Sheet sheet = new Sheet(tree, setting);
        sheet.unplaced.putAll(resumption.unplaced());
        resumption.placed().forEach(sheet::remember);
        sheet.start(false);
        return sheet;
    }

    private static SheetTree tree(Form form, SheetSetting setting) {
        FormDef definition = form.definition();
        definition.setPreloader(new Preloads(setting.properties()).preloader());
        return new SheetTree(form, definition);
    }

    private void start(boolean isNew) {
        tree.definition().initialize(isNew, new InstanceInitializationFactory());
        followCounts();
    }

    public Form form() {
        return tree.form();
    }

    /** Shows everything in another language of the form from now on. */
    public void speak(String language) {
        if (!form().languages().contains(language)) {
            throw new IllegalArgumentException("this form does not speak " + language);
        }
        tree.definition().getLocalizer().setLocale(language);
    }

    /** What there is to see as things stand, from the beginning to the end. */
    public List<SheetItem> items() {
        return prompts.items(this::answer);
    }

    /** What a question is answered with. */
    public Optional<Answer> answer(String path) {
        if (unplaced.containsKey(path) || gaps.containsKey(path)) {
            return Optional.of(unplaced.getOrDefault(path, gaps.get(path)));
        }
        return tree.find(path).flatMap(this::held);
    }

    /** Answers a question, or answers it anew. The answer is kept in any case. */
    public List<Finding> answer(String path, Answer answer) {
        unplaced.remove(path);
        SheetTree.Place place = tree.find(path).orElse(null);
        if (place == null || place.node().getNumChildren() > 0) {
            unplaced.put(path, answer);
            return List.of(unknown(path));
        }
        if (!tree.form().question(place.generic()).isPresent() || !place.node().isEnabled() || !tree.isEntered(place)) {
            unplaced.put(path, answer);
            return List.of(notToBeAnswered(path));
        }
        remember(path, answer);
        if (answer.hasGap()) {
            set(place, null);
            return List.of();
        }
        IAnswerData value = AnswerValues.value(answer, tree.type(place));
        set(place, value);
        if (value == null) {
            unplaced.put(path, answer);
            return List.of(wrongType(path, tree.type(place)));
        }
        return findingsOf(place);
    }

    /** Takes an answer back. */
    public void clear(String path) {
        unplaced.remove(path);
        gaps.remove(path);
        tree.find(path).filter(tree::isEntered).ifPresent(place -> set(place, null));
    }

    /** Adds a part to a repeat; tells its path. Empty when there is no such repeat, or the form itself says how many parts there are. */
    public Optional<String> add(String repeatPath) {
        List<PathStep> steps = PathStep.of(repeatPath);
        Repeat repeat = tree.repeats().get(PathStep.generic(steps));
        if (repeat == null || repeat.isCounted()) {
            return Optional.empty();
        }
        return tree.find(repeatPath.substring(0, repeatPath.lastIndexOf('/'))).map(parent -> {
            String key = setting.repeatKeys().get();
            tree.append(repeatPath, repeat, parent.reference(), key);
            followCounts();
            return RepeatKeys.occurrence(repeatPath, key);
        });
    }

    /** Takes a part and its answers out. False when there is no such part, or the form itself says how many there are. */
    public boolean remove(String partPath) {
        SheetTree.Place part = tree.find(partPath).orElse(null);
        Repeat repeat = part == null ? null : tree.repeats().get(part.generic());
        if (repeat == null || repeat.isCounted()) {
            return false;
        }
        tree.remove(partPath.substring(0, partPath.lastIndexOf('[')), repeat, part.reference());
        unplaced.keySet().removeIf(path -> path.startsWith(partPath));
        gaps.keySet().removeIf(path -> path.startsWith(partPath));
        followCounts();
        return true;
    }

    /** All that was entered, also what is not asked as things stand: what a draft is kept as. */
    public Map<String, Answer> draft() {
        return collect(false);
    }

    /**
     * What is asked as things stand, each with its answer or with the gap that there is none: what a finished sheet is kept as, so
     * that whoever counts knows of whom a question was asked. Nothing that fits nowhere is left out.
     */
    public Map<String, Answer> answers() {
        Map<String, Answer> all = collect(true);
        prompts.eachQuestion((prompt, path) -> {
            if (!prompt.isReadOnly() && prompt.getControlType() != Constants.CONTROL_LABEL) {
                all.putIfAbsent(path, LEFT_EMPTY);
            }
        });
        return all;
    }

    private Map<String, Answer> collect(boolean relevantOnly) {
        Map<String, Answer> all = new LinkedHashMap<>();
        tree.eachLeaf(place -> {
            if (tree.isEntered(place) && (!relevantOnly || place.node().isRelevant())) {
                held(place).ifPresent(answer -> all.put(place.path(), answer));
            }
        });
        new PartMarks(tree).addTo(all);
        gaps.forEach((path, gap) -> {
            if (!relevantOnly
                    || tree.find(path).map(place -> place.node().isRelevant()).orElse(true)) {
                all.putIfAbsent(path, gap);
            }
        });
        all.putAll(unplaced);
        return all;
    }

    /** What the form works out from the answers, by path: scores among them. */
    public Map<String, Answer> calculated() {
        Map<String, Answer> all = new LinkedHashMap<>();
        tree.eachLeaf(place -> {
            if (form().rules(place.generic()).isCalculated() && place.node().isRelevant()) {
                held(place).ifPresent(answer -> all.put(place.path(), answer));
            }
        });
        return all;
    }

    /** All that a person should look at. A sheet is complete when none of it is an error. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        unplaced.forEach((path, answer) -> findings.add(whyUnplaced(path)));
        prompts.eachQuestion((prompt, path) -> {
            if (!unplaced.containsKey(path)) {
                findings.addAll(check.findings(path, prompt, gaps));
            }
        });
        tree.eachLeaf(place -> {
            if (form().question(place.generic()).isPresent()
                    && tree.isEntered(place)
                    && !place.node().isRelevant()
                    && place.node().getValue() != null) {
                findings.add(Finding.of(
                        place.path(),
                        Finding.Kind.NOT_ASKED,
                        "いまの回答ではたずねられない質問に回答があります。",
                        "There is an answer to a question that is not asked, as things stand."));
            }
        });
        return findings;
    }

    /** Says that the person is done: fills in what the form wants to know of the end. */
    public List<Finding> finish() {
        tree.definition().postProcessInstance();
        return findings();
    }

    private Finding whyUnplaced(String path) {
        SheetTree.Place place = tree.find(path).orElse(null);
        if (place == null || place.node().getNumChildren() > 0) {
            return unknown(path);
        }
        return tree.isEntered(place) ? wrongType(path, tree.type(place)) : notToBeAnswered(path);
    }

    private List<Finding> findingsOf(SheetTree.Place place) {
        List<Finding> findings = new ArrayList<>();
        tree.prompt(place).ifPresent(prompt -> findings.addAll(check.findings(place.path(), prompt, gaps)));
        if (!place.node().isRelevant()) {
            findings.add(Finding.of(
                    place.path(),
                    Finding.Kind.NOT_ASKED,
                    "いまの回答ではたずねられない質問です。",
                    "This question is not asked, as things stand."));
        }
        return findings;
    }

    private void remember(String path, Answer answer) {
        gaps.remove(path);
        if (answer.hasGap()) {
            gaps.put(path, answer);
        }
        if (answer.hasAttachment()) {
            files.put(AnswerValues.fileName(answer), answer);
        }
    }

    private Optional<Answer> held(SheetTree.Place place) {
        return tree.value(place).map(value -> {
            Answer file = files.get(AnswerValues.words(value));
            return file != null ? file : AnswerValues.answer(value, tree.type(place));
        });
    }

    private void set(SheetTree.Place place, IAnswerData value) {
        tree.definition().setValue(value, place.reference(), true);
        followCounts();
    }

    /** Answers of a part that goes because a number became smaller are kept, and come back with the part. */
    private void followCounts() {
        Counts.Listener keeper = new Counts.Listener() {
            @Override
            public void beforeRemoval(SheetTree.Place part) {
                tree.eachLeaf(part, leaf -> {
                    if (tree.isEntered(leaf)) {
                        held(leaf).ifPresent(answer -> unplaced.put(leaf.path(), answer));
                    }
                });
            }

            @Override
            public void afterArrival(SheetTree.Place part) {
                tree.eachLeaf(part, leaf -> {
                    Answer kept = unplaced.remove(leaf.path());
                    IAnswerData value = kept == null ? null : AnswerValues.value(kept, tree.type(leaf));
                    if (value != null) {
                        tree.definition().setValue(value, leaf.reference(), true);
                    } else if (kept != null) {
                        unplaced.put(leaf.path(), kept);
                    }
                });
            }
        };
        // A number may depend on what is in parts that have just come; forms nest them less deeply than this.
        boolean hasMoved = true;
        for (int round = 0; hasMoved && round < 10; round++) {
            hasMoved = counts.follow(keeper);
        }
    }

    private static Finding unknown(String path) {
        return Finding.of(
                path,
                Finding.Kind.UNKNOWN_QUESTION,
                "この版の調査票に、この質問はありません: " + path,
                "This version of the form has no such question: " + path);
    }

    private static Finding notToBeAnswered(String path) {
        return Finding.of(
                path,
                Finding.Kind.NOT_TO_BE_ANSWERED,
                "ここには入力できません(表示または計算だけの項目です)。",
                "Nothing can be entered here: it is shown or calculated only.");
    }

    private static Finding wrongType(String path, QuestionType type) {
        return Finding.of(
                path,
                Finding.Kind.WRONG_TYPE,
                "回答の種類が質問に合いません。必要なのは" + TypeWords.ja(type) + "です。",
                "The answer is of another kind than the question; it takes " + TypeWords.en(type) + ".");
    }
}
