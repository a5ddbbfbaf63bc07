package tsunagi.questionnaires;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.javarosa.xform.parse.XFormParser;
import org.kxml2.kdom.Element;
import tsunagi.questionnaires.FormFault.Kind;

/** What the XML of a form says in so many words: its id, its nodes, and the rules bound to them. */
final class FormText {
    private static final String JAVAROSA = "http://openrosa.org/javarosa";
    private static final String LAST_SAVED = "jr://instance/last-saved";

    private final Map<String, Rules> rules = new LinkedHashMap<>();
    private final Set<String> nodes = new LinkedHashSet<>();
    private final Set<String> repeats = new HashSet<>();
    private final Set<String> instances = new HashSet<>();
    private final Set<String> files = new LinkedHashSet<>();
    private final List<String> expressions = new ArrayList<>();
    private final List<FormFault> faults = new ArrayList<>();
    private FormMeaning meaning = FormMeaning.NONE;
    private String key = "";
    private String version = "";

    private FormText() {}

    /** Reads XML that was guarded before. */
    static FormText of(String xml) {
        FormText text = new FormText();
        try {
            text.read(XFormParser.getXMLDocument(new StringReader(xml)).getRootElement());
        } catch (IOException | RuntimeException e) {
            text.noForm(String.valueOf(e.getMessage()));
        }
        return text;
    }

    String key() {
        return key;
    }

    String version() {
        return version;
    }

    FormMeaning meaning() {
        return meaning;
    }

    List<FormFault> faults() {
        return faults;
    }

    /** Paths of all nodes, without keys. */
    Set<String> nodes() {
        return nodes;
    }

    Set<String> instances() {
        return instances;
    }

    /** Names of the files from which lists are read. */
    Set<String> files() {
        return files;
    }

    /** The expressions that stand outside of the rules: filters, counts, what is shown within texts. */
    List<String> expressions() {
        return expressions;
    }

    Rules rules(String path) {
        return rules.getOrDefault(path, Rules.NONE);
    }

    Map<String, Rules> rules() {
        return rules;
    }

    private void read(Element html) {
        Optional<Element> model = find(html, "model");
        if (!model.isPresent() || !find(html, "body").isPresent()) {
            noForm("no <model> or no <body>");
            return;
        }
        find(html, "body").ifPresent(this::readBody);
        boolean isFirst = true;
        for (Element child : children(model.get())) {
            switch (child.getName()) {
                case "instance" -> {
                    readInstance(child, isFirst);
                    isFirst = false;
                }
                case "bind" -> readBind(child);
                case "itext" -> readOutputs(child);
                default -> addExpression(child, "value");
            }
        }
        find(html, "head").ifPresent(this::readMeaning);
    }

    private void readMeaning(Element head) {
        children(head).stream()
                .filter(child -> MeaningXml.NAMESPACE.equals(child.getNamespace()))
                .forEach(child -> meaning = MeaningText.read(child, nodes, faults));
    }

    private void readInstance(Element instance, boolean isPrimary) {
        if (isPrimary) {
            List<Element> roots = children(instance);
            if (roots.isEmpty()) {
                noForm("an empty <instance>");
                return;
            }
            Element root = roots.get(0);
            key = attribute(root, null, "id").orElse("");
            version = attribute(root, null, "version").orElse("");
            readNode(root, "/" + root.getName());
            return;
        }
        attribute(instance, null, "id").ifPresent(instances::add);
        attribute(instance, null, "src").ifPresent(this::readSource);
    }

    private void readSource(String source) {
        if (source.equals(LAST_SAVED)) {
            faults.add(FormFault.of(
                    Kind.UNSUPPORTED,
                    source,
                    "前回保存した回答の参照(last-saved)には対応していません。端末は複数の人で使うためです。",
                    "Answers saved last time (last-saved) are not supported: tablets are shared."));
        } else if (source.startsWith(JavaRosa.CSV_FILE) || source.startsWith(JavaRosa.FILE)) {
            files.add(JavaRosa.fileName(source));
        } else {
            faults.add(FormFault.of(
                    Kind.UNSUPPORTED,
                    source,
                    "一覧の置き場所 " + source + " には対応していません。調査票に添えたファイルだけが使えます。",
                    "Lists are read from files that come with the form only, not from " + source + "."));
        }
    }

    private void readNode(Element node, String path) {
        nodes.add(path);
        Set<String> seen = new HashSet<>();
        for (Element child : children(node)) {
            String childPath = path + "/" + child.getName();
            boolean isRepeated = repeats.contains(childPath)
                    || attribute(child, JAVAROSA, "template").isPresent();
            if (!seen.add(child.getName()) && !isRepeated) {
                faults.add(FormFault.of(
                        Kind.DUPLICATE_NAME,
                        childPath,
                        "同じグループに「" + child.getName() + "」という名前の質問が 2 つあります。",
                        "Two questions of one group are called '" + child.getName() + "'."));
            }
            readNode(child, childPath);
        }
    }

    private void readBind(Element bind) {
        String path = attribute(bind, null, "nodeset")
                .orElse(attribute(bind, null, "ref").orElse(""));
        rules.put(
                path,
                new Rules(
                        rule(bind, "relevant"),
                        rule(bind, "required"),
                        rule(bind, "constraint"),
                        rule(bind, "calculate"),
                        rule(bind, "readonly"),
                        attribute(bind, JAVAROSA, "preload").orElse("")));
    }

    private void readBody(Element element) {
        for (Element child : children(element)) {
            if (child.getName().equals("repeat")) {
                attribute(child, null, "nodeset").ifPresent(repeats::add);
            }
            if (child.getName().equals("itemset")) {
                addExpression(child, "nodeset");
            }
            addExpression(child, "value");
            readBody(child);
        }
    }

    private void readOutputs(Element element) {
        for (Element child : children(element)) {
            if (child.getName().equals("output")) {
                addExpression(child, "value");
            }
            readOutputs(child);
        }
    }

    private void addExpression(Element element, String attribute) {
        boolean isExpression =
                !element.getName().equals("value") && !element.getName().equals("item");
        attribute(element, null, attribute).filter(text -> isExpression).ifPresent(expressions::add);
    }

    private void noForm(String why) {
        faults.add(
                FormFault.of(Kind.NOT_A_FORM, "", "XForm の調査票ではありません。", "This is XML, but not an XForm: " + why + "."));
    }

    private static String rule(Element bind, String name) {
        return attribute(bind, null, name).orElse("").trim();
    }

    private static Optional<String> attribute(Element element, String namespace, String name) {
        return Optional.ofNullable(element.getAttributeValue(namespace == null ? "" : namespace, name));
    }

    private static Optional<Element> find(Element element, String name) {
        for (Element child : children(element)) {
            if (child.getName().equals(name)) {
                return Optional.of(child);
            }
            Optional<Element> found = child.getName().equals("head") ? find(child, name) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (int i = 0; i < element.getChildCount(); i++) {
            if (element.getChild(i) instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }
}
