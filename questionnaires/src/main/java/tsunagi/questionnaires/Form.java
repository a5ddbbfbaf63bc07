package tsunagi.questionnaires;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.xform.parse.XFormParser;
import tsunagi.questionnaires.FormFault.Kind;
import tsunagi.questionnaires.FormReading.Faulty;
import tsunagi.questionnaires.FormReading.Readable;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.ResponseSubject;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.Scale;

/** One version of a questionnaire, read and found fit to be filled in. It never changes. */
public final class Form {
    private final String xml;
    private final FormText text;
    private final FormMedia media;
    private final String title;
    private final List<String> languages;
    private final Map<String, Question> questions;

    private Form(String xml, FormText text, FormMedia media, FormDef definition) {
        this.xml = xml;
        this.text = text;
        this.media = media;
        this.title = definition.getTitle() == null ? "" : definition.getTitle();
        Questions read = new Questions(definition, text);
        this.languages = read.languages();
        this.questions = read.byPath();
    }

    /** Reads the XForm. Nothing outside of it and its media is ever looked at. */
    public static FormReading read(byte[] xform, FormMedia media) {
        GuardedXml.Text guarded = GuardedXml.text(xform);
        if (guarded.fault().isPresent()) {
            return new Faulty(List.of(guarded.fault().get()));
        }
        FormText text = FormText.of(guarded.xml());
        List<FormFault> faults = new ArrayList<>(text.faults());
        if (faults.stream().noneMatch(fault -> fault.kind() == Kind.NOT_A_FORM)) {
            faults.addAll(faultsInExpressions(text));
            faults.addAll(missingFiles(text, media));
        }
        if (!faults.isEmpty()) {
            return new Faulty(faults);
        }
        return parse(guarded.xml(), text, media);
    }

    private static FormReading parse(String xml, FormText text, FormMedia media) {
        try {
            FormDef definition = JavaRosa.parse(xml, media);
            Form form = new Form(xml, text, media, definition);
            // What an expression does is known only once it was worked out.
            definition.setPreloader(new Preloads(Map.of()).preloader());
            definition.initialize(true, new InstanceInitializationFactory());
            return new Readable(form);
        } catch (XFormParser.ParseException | RuntimeException e) {
            return new Faulty(List.of(fault(e)));
        }
    }

    private static FormFault fault(Exception e) {
        String message = String.valueOf(e.getMessage()).trim();
        if (message.toLowerCase(Locale.ROOT).contains("cycle")) {
            return FormFault.of(
                    Kind.CYCLE,
                    "",
                    "計算や表示条件が互いに参照し合い、輪になっています: " + message,
                    "Calculations or conditions go in a circle: " + message);
        }
        return FormFault.of(Kind.NOT_A_FORM, "", "調査票として読み込めません: " + message, "The form cannot be loaded: " + message);
    }

    private static List<FormFault> faultsInExpressions(FormText text) {
        List<FormFault> faults = new ArrayList<>();
        text.rules().forEach((path, rules) -> {
            if (!text.nodes().contains(path)) {
                faults.add(FormFault.of(
                        Kind.UNKNOWN_REFERENCE,
                        path,
                        "規則の対象 " + path + " がありません。",
                        "A rule is bound to " + path + ", which does not exist."));
            }
            for (String expression : List.of(
                    rules.relevant(), rules.required(), rules.constraint(), rules.calculation(), rules.readOnly())) {
                if (!expression.isEmpty()) {
                    faults.addAll(Expressions.faultsIn(expression, path, text.nodes(), text.instances()));
                }
            }
        });
        text.expressions()
                .forEach(expression ->
                        faults.addAll(Expressions.faultsIn(expression, "", text.nodes(), text.instances())));
        return faults;
    }

    private static List<FormFault> missingFiles(FormText text, FormMedia media) {
        List<FormFault> faults = new ArrayList<>();
        for (String name : text.files()) {
            if (!media.file(name).isPresent()) {
                faults.add(FormFault.of(
                        Kind.MISSING_FILE,
                        name,
                        "調査票が読み込むファイル " + name + " がありません。調査票と同じ場所に置いてください。",
                        "The form reads the file " + name + ", which is not there; put it beside the form."));
            }
        }
        return faults;
    }

    /** The form's id, the same in all its versions. */
    public String key() {
        return text.key();
    }

    public String version() {
        return text.version();
    }

    public String title() {
        return title;
    }

    /** The languages it can be shown in, the first one as long as nobody chooses; none when it has just one. */
    public List<String> languages() {
        return languages;
    }

    /** All questions in their order, whether they are asked or not. */
    public List<Question> questions() {
        return List.copyOf(questions.values());
    }

    public Optional<Question> question(String path) {
        return Optional.ofNullable(questions.get(path));
    }

    /** Whom or what it asks about; empty when it does not say. */
    public Optional<ResponseSubject> subject() {
        return text.meaning().subject();
    }

    /** What its rounds may know of who answers; none when it does not mind. */
    public List<RoundIdentity> identities() {
        return text.meaning().identities();
    }

    /** Its scores by scale key, in its order. */
    public Map<String, Scale> scales() {
        return text.meaning().scales();
    }

    /** A file the form shows, by the reference it calls it by; empty when it did not come with the form. */
    public Optional<byte[]> file(String reference) {
        return media.file(reference.substring(reference.lastIndexOf('/') + 1));
    }

    /** A new sheet. */
    public Sheet begin(SheetSetting setting) {
        return Sheet.begin(this, setting);
    }

    /** A sheet that goes on from answers; those that do not fit are kept and found. */
    public Sheet resume(Map<String, Answer> answers, SheetSetting setting) {
        return Sheet.resume(this, new LinkedHashMap<>(answers), setting);
    }

    /** The definition with an instance of its own, nothing of it worked out yet. */
    FormDef definition() {
        try {
            return JavaRosa.parse(xml, media);
        } catch (XFormParser.ParseException e) {
            throw new IllegalStateException("a form that was read before cannot be read again", e);
        }
    }

    Rules rules(String path) {
        return text.rules(path);
    }

    Set<String> nodes() {
        return text.nodes();
    }
}
