package tsunagi.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tsunagi.questionnaires.FormMeaning;

/** Writes the XForm of a survey: instance, binds and body grow side by side while the tree is walked. */
final class FormWriter {
    private final SurveyTree tree;
    private final References references;
    private final Texts texts;
    private final Selections selections;
    private final List<Issue> issues;
    private final StringBuilder binds = new StringBuilder();
    private final StringBuilder actions = new StringBuilder();
    private final Map<String, StringBuilder> triggered = new TreeMap<>();
    private final Map<String, String> defaults = new LinkedHashMap<>();
    private final Map<String, String> instanceAttributes = new LinkedHashMap<>();
    private final Map<Node, List<String>> extraNodes = new LinkedHashMap<>();
    private final Map<Node, StringBuilder> repeatActions = new LinkedHashMap<>();
    private final Set<String> prefixes = new LinkedHashSet<>(List.of("jr", "orx", "odk", "ev", "xsd", "h"));
    private boolean hasAudit;

    FormWriter(SurveyTree tree, References references, Texts texts, Selections selections, List<Issue> issues) {
        this.tree = tree;
        this.references = references;
        this.texts = texts;
        this.selections = selections;
        this.issues = issues;
    }

    String write(FormSettings settings, FormMeaning meaning) {
        prefixes.addAll(settings.namespaces().keySet());
        tree.form().children().forEach(this::collectTriggers);
        StringBuilder body = new StringBuilder();
        tree.form().children().forEach(node -> body.append(control(node)));
        StringBuilder meta = new StringBuilder("<meta><instanceID/>");
        bind("/" + tree.form().name() + "/meta/instanceID", Map.of("type", "string", "jr:preload", "uid"));
        if (!settings.instanceName().isEmpty()) {
            meta.append("<instanceName/>");
            Map<String, String> rules = new LinkedHashMap<>();
            rules.put("type", "string");
            rules.put(
                    "calculate",
                    references.expression(settings.instanceName(), tree.form(), settings.cell("instance_name")));
            bind("/" + tree.form().name() + "/meta/instanceName", rules);
        }
        meta.append(hasAudit ? "<audit/></meta>" : "</meta>");
        StringBuilder model = new StringBuilder("<model>");
        String secondary = selections.instances();
        if (!texts.isEmpty()) {
            model.append(texts.xml());
        }
        model.append("<instance>").append(primary(settings, meta.toString())).append("</instance>");
        model.append(secondary).append(binds).append(actions).append("</model>");
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<h:html xmlns=\"http://www.w3.org/2002/xforms\""
                + " xmlns:h=\"http://www.w3.org/1999/xhtml\" xmlns:ev=\"http://www.w3.org/2001/xml-events\""
                + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" xmlns:jr=\"http://openrosa.org/javarosa\""
                + " xmlns:orx=\"http://openrosa.org/xforms\" xmlns:odk=\"http://www.opendatakit.org/xforms\""
                + Xml.attributes(settings.namespaces()) + "><h:head><h:title>" + Xml.escape(settings.title())
                + "</h:title>" + model + meaning.xml() + "</h:head><h:body"
                + Xml.attributes(Map.of("class", settings.style())) + ">"
                + body + "</h:body></h:html>\n";
    }

    private String primary(FormSettings settings, String meta) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("id", settings.formId());
        attributes.put("version", settings.version());
        attributes.putAll(settings.attributes());
        StringBuilder xml = new StringBuilder("<" + tree.form().name() + Xml.attributes(attributes) + ">");
        tree.form().children().forEach(node -> xml.append(placed(node, false)));
        extraNodes.getOrDefault(tree.form(), List.of()).forEach(name -> xml.append("<" + name + "/>"));
        return xml.append(meta)
                .append("</")
                .append(tree.form().name())
                .append('>')
                .toString();
    }

    /** The nodes of a question or section, of a repeat once. */
    private String instance(Node node, boolean isTemplate) {
        if (node.kind() == Node.Kind.QUESTION) {
            if (node.question().name().equals("audit")) {
                return "";
            }
            String value = defaults.getOrDefault(node.path(), "");
            return "<" + node.name() + instanceAttributes.getOrDefault(node.path(), "")
                    + (value.isEmpty() ? "/>" : ">" + Xml.escape(value) + "</" + node.name() + ">");
        }
        StringBuilder inner = new StringBuilder();
        node.children().forEach(child -> inner.append(placed(child, isTemplate)));
        extraNodes.getOrDefault(node, List.of()).forEach(name -> inner.append("<" + name + "/>"));
        String attributes = instanceAttributes.getOrDefault(node.path(), "");
        String whole = attributes + ">" + inner + "</" + node.name() + ">";
        return "<" + node.name() + whole;
    }

    /** Templates of inner repeats stand in the template of the outer one and nowhere else. */
    private String repeated(Node node, boolean isTemplate) {
        String first = instance(node, isTemplate);
        boolean isWithinFirst = node.isInRepeat() && !isTemplate;
        return isWithinFirst
                ? first
                : instance(node, true).replaceFirst("<" + node.name(), "<" + node.name() + " jr:template=\"\"") + first;
    }

    private String placed(Node node, boolean isTemplate) {
        return node.kind() == Node.Kind.REPEAT ? repeated(node, isTemplate) : instance(node, isTemplate);
    }

    private void bind(String path, Map<String, String> rules) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("nodeset", path);
        attributes.putAll(rules);
        binds.append("<bind").append(Xml.attributes(attributes)).append("/>");
    }

    /** What a question sets when it is answered stands within that question's control, which may come first. */
    private void collectTriggers(Node node) {
        node.children().forEach(this::collectTriggers);
        String typed = node.row().get("trigger");
        if (typed.isEmpty() || node.kind() != Node.Kind.QUESTION) {
            return;
        }
        Cell cell = node.row().cell("trigger");
        for (String reference : Words.expression(typed).split(",", -1)) {
            if (!reference.strip().matches("\\$\\{[^}]+\\}")) {
                issues.add(Issue.error(
                        cell, "trigger には ${質問の名前} だけを書いてください。", "A trigger is nothing but ${name of a question}."));
                continue;
            }
            String name = reference.strip().substring(2, reference.strip().length() - 1);
            references.target(name, node, cell).ifPresent(source -> {
                if (source.kind() != Node.Kind.QUESTION || !source.question().isAsked()) {
                    issues.add(Issue.error(
                            cell,
                            "「" + name + "」は画面に出ない項目なので、きっかけにできません。",
                            "'" + name + "' is never asked, so nothing can follow from its being answered."));
                    return;
                }
                String value = node.row().get("calculation").isEmpty()
                        ? ""
                        : references.expression(
                                node.row().get("calculation"), node, node.row().cell("calculation"));
                boolean isPlace = node.question().name().equals("background-geopoint");
                triggered
                        .computeIfAbsent(source.path(), unknown -> new StringBuilder())
                        .append(isPlace ? "<odk:setgeopoint" : "<setvalue")
                        .append(" event=\"xforms-value-changed\" ref=\"")
                        .append(node.path())
                        .append('"')
                        .append(value.isEmpty() ? "/>" : " value=\"" + Xml.escape(value) + "\"/>");
            });
        }
    }

    private String control(Node node) {
        NodeRules rules = new NodeRules(node, references, texts, prefixes, issues);
        instanceAttributes.put(node.path(), rules.instanceAttributes());
        if (node.kind() == Node.Kind.QUESTION) {
            return question(node, rules);
        }
        Map<String, String> bound = rules.bind();
        if (!bound.isEmpty()) {
            bind(node.path(), bound);
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("ref", node.path());
        attributes.put("appearance", rules.appearance());
        rules.body().forEach(attributes::put);
        // A repeat's actions are gathered while its questions are written.
        StringBuilder inner = new StringBuilder();
        node.children().forEach(child -> inner.append(control(child)));
        if (node.children().isEmpty()) {
            issues.add(Issue.warning(
                    node.row().cell(),
                    "「" + node.name() + "」の中に質問がありません。",
                    "There is no question in '" + node.name() + "'."));
        }
        String label = rules.label(true);
        if (node.kind() == Node.Kind.GROUP) {
            return "<group" + Xml.attributes(attributes) + ">" + label + inner + "</group>";
        }
        Map<String, String> repeat = new LinkedHashMap<>();
        repeat.put("nodeset", node.path());
        repeat.put("jr:count", count(node));
        return "<group" + Xml.attributes(attributes) + ">" + label + "<repeat" + Xml.attributes(repeat) + ">"
                + repeatActions.getOrDefault(node, new StringBuilder()) + inner + "</repeat></group>";
    }

    private String count(Node node) {
        String typed = node.row().get("repeat_count");
        if (typed.isEmpty()) {
            return "";
        }
        Cell cell = node.row().cell("repeat_count");
        String narrow = Words.expression(typed);
        if (narrow.matches("\\$\\{[^}]+\\}")) {
            return references
                    .target(narrow.substring(2, narrow.length() - 1), node, cell)
                    .map(Node::path)
                    .orElse("");
        }
        String name = node.name() + "_count";
        if (tree.byPath().containsKey(node.parent().path() + "/" + name)) {
            name = node.name() + "_number_of_parts";
        }
        extraNodes.computeIfAbsent(node.parent(), unknown -> new ArrayList<>()).add(name);
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("type", "string");
        rules.put("readonly", "true()");
        rules.put("calculate", references.expression(typed, node, cell));
        bind(node.parent().path() + "/" + name, rules);
        return node.parent().path() + "/" + name;
    }

    private String question(Node node, NodeRules rules) {
        if (node.question().name().equals("audit")) {
            hasAudit = true;
            bind("/" + tree.form().name() + "/meta/audit", Map.of("type", "binary"));
            issues.add(Issue.warning(
                    node.row().cell("type"),
                    "audit(操作の記録)は調査票に残しますが、端末では記録しません。",
                    "audit stays in the form, but tablets do not record how it is filled in."));
            return "";
        }
        Map<String, String> parameters = Parameters.of(node, issues);
        QuestionWriter writer = new QuestionWriter(node, rules, parameters, selections, issues);
        bind(node.path(), writer.bind());
        setDefault(node);
        actions.append(writer.actions());
        return writer.control(
                triggered.getOrDefault(node.path(), new StringBuilder()).toString());
    }

    private void setDefault(Node node) {
        String typed = node.row().get("default");
        if (typed.isEmpty()) {
            return;
        }
        if (!Defaults.isWorkedOut(typed, node.question())) {
            defaults.put(node.path(), Defaults.plain(typed, node.question()));
            return;
        }
        String value = references.expression(typed, node, node.row().cell("default"));
        boolean isRepeated = node.isInRepeat();
        String action = "<setvalue event=\"odk-instance-first-load" + (isRepeated ? " odk-new-repeat" : "")
                + "\" ref=\"" + node.path() + "\" value=\"" + Xml.escape(value) + "\"/>";
        if (isRepeated) {
            Node repeat = node.parent();
            while (repeat.kind() != Node.Kind.REPEAT) {
                repeat = repeat.parent();
            }
            repeatActions
                    .computeIfAbsent(repeat, unknown -> new StringBuilder())
                    .append(action);
        } else {
            actions.append(action);
        }
    }
}
