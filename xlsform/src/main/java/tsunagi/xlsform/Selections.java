package tsunagi.xlsform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the choices of selections come from: lists of the form, files beside it, or what was answered before. */
final class Selections {
    private static final Pattern STRING = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w./$:@-])([A-Za-z_][\\w.-]*)(?!\\s*\\(|[\\w.:-])(?!\\s*/)");
    private static final Set<String> OPERATORS = Set.of("and", "or", "div", "mod", "not", "true", "false");

    private final ChoiceLists lists;
    private final SurveyTree tree;
    private final References references;
    private final Texts texts;
    private final List<Issue> issues;
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> withOther = new LinkedHashSet<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    Selections(ChoiceLists lists, SurveyTree tree, References references, Texts texts, List<Issue> issues) {
        this.lists = lists;
        this.tree = tree;
        this.references = references;
        this.texts = texts;
        this.issues = issues;
        lists.names().forEach(references::addInstance);
        tree.lists().forEach((name, node) -> {
            references.addInstance(name);
            files.put(name, name + (node.question().name().startsWith("csv") ? ".csv" : ".xml"));
        });
        tree.byPath().values().forEach(this::addFile);
    }

    private void addFile(Node node) {
        if (node.kind() == Node.Kind.QUESTION && node.question().isSelection() && isFile(node)) {
            String file = node.type().list();
            String name = file.substring(0, file.lastIndexOf('.'));
            references.addInstance(name);
            files.putIfAbsent(name, file);
        }
    }

    private static boolean isFile(Node node) {
        return node.type().list().toLowerCase(java.util.Locale.ROOT).matches(".*\\.(csv|xml|geojson)");
    }

    /** The names of the files from which lists are read. */
    Set<String> files() {
        Set<String> all = new TreeSet<>(files.values());
        all.addAll(references.lookups().values());
        return all;
    }

    String choices(Node node, Map<String, String> parameters) {
        String list = node.type().list();
        if (list.startsWith("${")) {
            return fromRepeat(node, list);
        }
        if (node.row().get("type").toLowerCase(java.util.Locale.ROOT).contains("file") && !isFile(node)) {
            issues.add(Issue.error(
                    node.row().cell("type"),
                    "「" + list + "」はファイルの名前ではありません。.csv か .xml で終わる名前を書いてください。",
                    "'" + list + "' is not the name of a file; it ends in .csv or .xml."));
            return "";
        }
        if (isFile(node)) {
            return fromFile(node, list, parameters);
        }
        if (!lists.has(list)) {
            issues.add(Issue.error(
                    node.row().cell("type"),
                    "選択肢の一覧「" + list + "」が choices シートにありません。ある一覧: " + String.join(", ", lists.names()),
                    "There is no list '" + list + "' in the choices sheet. There are: "
                            + String.join(", ", lists.names())));
            return "";
        }
        String instance = list;
        used.add(list);
        if (node.type().hasOther()) {
            if (!node.row().get("choice_filter").isEmpty()) {
                issues.add(
                        Issue.error(
                                node.row().cell("type"),
                                "or_other は choice_filter と一緒に使えません。「その他」の選択肢と text の質問を自分で書いてください。",
                                "or_other cannot be used with a choice_filter. Write a choice 'other' and a text question yourself."));
            }
            withOther.add(list);
            instance = list + "_or_other";
        }
        return itemset(node, instance, "name", isLabelledByText(list) ? "jr:itext(itextId)" : "label", parameters);
    }

    private String fromFile(Node node, String file, Map<String, String> parameters) {
        if (file.toLowerCase(java.util.Locale.ROOT).endsWith(".geojson")) {
            issues.add(Issue.error(
                    node.row().cell("type"),
                    "GeoJSON には対応していません。.csv にしてください。",
                    "GeoJSON is not supported; make it a .csv."));
            return "";
        }
        if (node.type().hasOther()) {
            issues.add(Issue.error(
                    node.row().cell("type"),
                    "or_other はファイルの一覧と一緒に使えません。",
                    "or_other cannot be used with a list from a file."));
        }
        return itemset(
                node,
                file.substring(0, file.lastIndexOf('.')),
                parameters.getOrDefault("value", "name"),
                parameters.getOrDefault("label", "label"),
                parameters);
    }

    private String fromRepeat(Node node, String reference) {
        Cell cell = node.row().cell("type");
        return references
                .target(reference.replaceAll("^\\$\\{|\\}$", ""), node, cell)
                .map(target -> {
                    if (!target.isInRepeat()) {
                        issues.add(Issue.error(
                                cell,
                                "「" + target.name() + "」は繰り返しの中にないので、選択肢にできません。",
                                "'" + target.name() + "' is not within a repeat, so it gives no choices."));
                        return "";
                    }
                    String filter = node.row().get("choice_filter").isEmpty()
                            ? "./" + target.name() + " != ''"
                            : references.filter(
                                    node.row().get("choice_filter"),
                                    node,
                                    node.row().cell("choice_filter"));
                    return "<itemset nodeset=\"" + Xml.escape(target.parent().path() + "[" + filter + "]")
                            + "\"><value ref=\"" + target.name() + "\"/><label ref=\"" + target.name()
                            + "\"/></itemset>";
                })
                .orElse("");
    }

    private String itemset(Node node, String instance, String value, String label, Map<String, String> parameters) {
        String nodeset = "instance('" + instance + "')/root/item";
        String filter = node.row().get("choice_filter");
        if (!filter.isEmpty()) {
            nodeset += "[" + filter(node, filter) + "]";
        }
        String isRandom = parameters.getOrDefault("randomize", "false");
        if (Words.yesOrNo(isRandom).orElse(false)) {
            String seed = parameters.getOrDefault("seed", "");
            nodeset = "randomize(" + nodeset
                    + (seed.isEmpty()
                            ? ""
                            : ", "
                                    + references.expression(
                                            seed, node, node.row().cell("parameters")))
                    + ")";
        }
        return "<itemset nodeset=\"" + Xml.escape(nodeset) + "\"><value ref=\"" + Xml.escape(value)
                + "\"/><label ref=\"" + Xml.escape(label) + "\"/></itemset>";
    }

    private String filter(Node node, String typed) {
        Cell cell = node.row().cell("choice_filter");
        String filter = Words.expression(typed);
        for (String column : lists.columns()) {
            if (!Words.nodeName(column).equals(column)) {
                filter = outsideOfStrings(filter, column, Words.nodeName(column));
            }
        }
        if (!isFile(node)) {
            checkColumns(filter, cell);
        }
        return references.filter(filter, node, cell);
    }

    /** A filter over a column that does not exist would quietly offer nothing. */
    private void checkColumns(String filter, Cell cell) {
        Set<String> known = new TreeSet<>();
        lists.columns().forEach(column -> known.add(Words.nodeName(column)));
        known.addAll(List.of("name", "label", "itextId"));
        Matcher names = NAME.matcher(
                STRING.matcher(filter.replaceAll("\\$\\{[^}]*\\}", "1")).replaceAll("''"));
        while (names.find()) {
            if (!known.contains(names.group(1)) && !OPERATORS.contains(names.group(1))) {
                issues.add(Issue.error(
                        cell,
                        "choice_filter の「" + names.group(1) + "」という列が choices シートにありません。",
                        "There is no column '" + names.group(1) + "' in the choices sheet, which the filter names."));
            }
        }
    }

    private static String outsideOfStrings(String text, String column, String name) {
        Matcher strings = STRING.matcher(text);
        StringBuilder replaced = new StringBuilder();
        int end = 0;
        while (strings.find()) {
            replaced.append(text.substring(end, strings.start()).replace(column, name))
                    .append(strings.group());
            end = strings.end();
        }
        return replaced.append(text.substring(end).replace(column, name)).toString();
    }

    private boolean isLabelledByText(String list) {
        return texts.isTranslated()
                || lists.rows(list).stream()
                        .anyMatch(row -> row.texts().keySet().stream().anyMatch(kind -> kind.startsWith("media::"))
                                || row.text("label").values().stream().anyMatch(References::refers));
    }

    /** The lists as secondary instances; to be asked for when all questions are written. */
    String instances() {
        StringBuilder xml = new StringBuilder();
        Map<String, String> sources = new LinkedHashMap<>(references.lookups());
        sources.putAll(files);
        sources.forEach((name, file) -> xml.append("<instance id=\"")
                .append(Xml.escape(name))
                .append("\" src=\"")
                .append(file.toLowerCase(java.util.Locale.ROOT).endsWith(".csv") ? "jr://file-csv/" : "jr://file/")
                .append(Xml.escape(file))
                .append("\"/>"));
        for (String list : lists.names()) {
            if (!used.contains(list)) {
                issues.add(Issue.warning(
                        lists.rows(list).get(0).cell("list_name"),
                        "一覧「" + list + "」を使う質問はありません。",
                        "No question uses the list '" + list + "'."));
            }
            xml.append(instance(list, list, false));
        }
        withOther.forEach(list -> xml.append(instance(list, list + "_or_other", true)));
        return xml.toString();
    }

    private String instance(String list, String name, boolean hasOther) {
        StringBuilder xml = new StringBuilder("<instance id=\"" + Xml.escape(name) + "\"><root>");
        boolean isByText = isLabelledByText(list);
        int position = 0;
        Set<String> values = new LinkedHashSet<>();
        for (Row row : lists.rows(list)) {
            String value = row.get("name");
            values.add(value);
            xml.append("<item>")
                    .append(isByText ? textId(row, list + "-" + position) : label(row))
                    .append("<name>")
                    .append(Xml.escape(value))
                    .append("</name>");
            Map<String, String> columns = new LinkedHashMap<>(row.others());
            columns.put("geometry", row.get("geometry"));
            columns.forEach((column, words) -> appendColumn(xml, row, column, words));
            xml.append("</item>");
            position++;
        }
        if (hasOther && !values.contains("other")) {
            xml.append("<item>");
            if (isByText) {
                texts.languages().forEach(language -> texts.add(list + "-other", "", language, other(language)));
                xml.append("<itextId>").append(Xml.escape(list)).append("-other</itextId>");
            } else {
                xml.append("<label>").append(other("")).append("</label>");
            }
            xml.append("<name>other</name></item>");
        }
        return xml.append("</root></instance>").toString();
    }

    private void appendColumn(StringBuilder xml, Row row, String column, String words) {
        String name = Words.nodeName(column);
        if (words.isEmpty()) {
            return;
        }
        if (!Words.isNodeName(name)) {
            issues.add(Issue.warning(
                    row.cell(column),
                    "列「" + column + "」は式で使える名前ではないので、読みません。",
                    "The column '" + column + "' has no name that an expression could use; it is not read."));
            return;
        }
        xml.append('<')
                .append(name)
                .append('>')
                .append(Xml.escape(words))
                .append("</")
                .append(name)
                .append('>');
    }

    private String textId(Row row, String id) {
        if (row.texts().isEmpty()) {
            texts.languages().forEach(language -> texts.add(id, "", language, Xml.escape(row.get("name"))));
        }
        row.texts()
                .forEach((kind, byLanguage) -> byLanguage.forEach((language, words) -> {
                    boolean isLabel = kind.equals("label");
                    String start = kind.equals("media::audio")
                            ? "jr://audio/"
                            : kind.equals("media::video") ? "jr://video/" : "jr://images/";
                    texts.add(
                            id,
                            isLabel ? "" : kind.substring("media::".length()),
                            language,
                            isLabel
                                    ? references.text(words, tree.form(), row.cell("label"))
                                    : Xml.escape(words.contains("://") ? words : start + words));
                }));
        return "<itextId>" + Xml.escape(id) + "</itextId>";
    }

    private static String label(Row row) {
        List<String> labels = new ArrayList<>(row.text("label").values());
        return "<label>" + Xml.escape(labels.isEmpty() ? row.get("name") : labels.get(0)) + "</label>";
    }

    private static String other(String language) {
        return language.isEmpty() || language.equals(Texts.ONE_LANGUAGE)
                ? "その他 / Other"
                : isJapanese(language) ? "その他" : "Other";
    }

    /** What the text is called that is asked for when somebody chooses the choice that {@code or_other} adds. */
    static String otherText(String language) {
        return language.equals(Texts.ONE_LANGUAGE)
                ? "その他の内容 / Specify other"
                : isJapanese(language) ? "その他の内容" : "Specify other";
    }

    private static boolean isJapanese(String language) {
        return language.contains("日本語")
                || Arrays.asList(language.toLowerCase(java.util.Locale.ROOT).split("[^a-z]+"))
                        .contains("ja")
                || language.toLowerCase(java.util.Locale.ROOT).contains("japan");
    }
}
