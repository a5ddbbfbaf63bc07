package tsunagi.xlsform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the rows of the survey sheet into a tree. */
final class SurveyTree {
    /** More than anybody answers, and what a tablet still loads in seconds. */
    static final int MOST_ROWS = 5_000;

    private final List<Issue> issues;
    private final Node form;
    private final Map<String, List<Node>> byName = new HashMap<>();
    private final Map<String, Node> first = new HashMap<>();
    private final Map<String, Node> lists = new LinkedHashMap<>();
    private final Map<String, Node> paths = new LinkedHashMap<>();
    private final List<String> languages;
    private Node current;

    private SurveyTree(String rootName, List<String> languages, List<Issue> issues) {
        this.languages = languages;
        this.issues = issues;
        this.form = Node.form(rootName);
        this.current = form;
    }

    static SurveyTree of(Table survey, String rootName, List<String> languages, List<Issue> issues) {
        SurveyTree tree = new SurveyTree(rootName, languages, issues);
        survey.rows().stream().limit(MOST_ROWS).forEach(tree::read);
        if (survey.rows().size() > MOST_ROWS) {
            issues.add(Issue.error(
                    survey.rows().get(MOST_ROWS).cell(),
                    "質問が多すぎます(上限 " + MOST_ROWS + " 行)。調査票を分けてください。",
                    "There are too many questions (the limit is " + MOST_ROWS + " rows). Make several forms of it."));
        }
        for (Node open = tree.current; open != tree.form; open = open.parent()) {
            issues.add(Issue.error(
                    open.row().cell("type"),
                    "「" + open.name() + "」の " + open.type().key().replace('_', ' ') + " が閉じていません。"
                            + open.type().key().replace("begin_", "end ") + " の行を加えてください。",
                    "'" + open.name() + "' is never closed; add a row '"
                            + open.type().key().replace("begin_", "end ") + "'."));
        }
        tree.collect(tree.form);
        return tree;
    }

    Node form() {
        return form;
    }

    /** The external lists, by their names. */
    Map<String, Node> lists() {
        return lists;
    }

    /** All questions and sections a reference may mean. */
    List<Node> named(String name) {
        return byName.getOrDefault(Words.narrow(name), List.of());
    }

    /** Every path, with its node. */
    Map<String, Node> byPath() {
        return paths;
    }

    private void collect(Node node) {
        paths.putIfAbsent(node.path(), node);
        node.children().forEach(this::collect);
    }

    private void read(Row row) {
        String typed = row.get("type");
        if (typed.isEmpty()) {
            readUntyped(row);
            return;
        }
        TypeCell type = TypeCell.of(typed);
        if (QuestionKind.REFUSED.containsKey(type.key())) {
            String[] instead = QuestionKind.REFUSED.get(type.key());
            issues.add(Issue.error(
                    row.cell("type"),
                    "種類「" + typed + "」には対応していません。" + instead[0],
                    "The type '" + typed + "' is not supported. " + instead[1]));
        } else if (type.isEnd()) {
            close(row, type);
        } else if (type.isBegin()) {
            open(row, type);
        } else if (type.question().isPresent()
                && !(type.question().get().isSelection() && type.list().isEmpty())) {
            ask(row, type);
        } else {
            unknown(row, typed);
        }
    }

    private void readUntyped(Row row) {
        if (!row.get("name").isEmpty() || !row.text("label").isEmpty()) {
            issues.add(Issue.error(
                    row.cell("type"),
                    "type(質問の種類)が空です。",
                    "The type of the question is missing; fill in the column type."));
        } else {
            issues.add(Issue.warning(
                    row.cell(), "type も name もない行は読みません。", "A row without type and name is taken as a comment."));
        }
    }

    private void unknown(Row row, String typed) {
        String key = Words.key(typed);
        boolean isSelection = key.startsWith("select") || key.equals("rank");
        String near = QuestionKind.names().stream()
                .filter(name -> distance(name, key) <= 2)
                .findFirst()
                .map(name -> " " + name + " ?")
                .orElse("");
        issues.add(Issue.error(
                row.cell("type"),
                isSelection
                        ? "「" + typed + "」には選択肢の一覧の名前が要ります(例: select_one yes_no)。"
                        : "種類「" + typed + "」はありません。" + near,
                isSelection
                        ? "'" + typed + "' needs the name of a list of choices, as in 'select_one yes_no'."
                        : "There is no type '" + typed + "'." + near));
    }

    private void open(Row row, TypeCell type) {
        name(row).ifPresent(name -> {
            Node.Kind kind = type.isRepeat() ? Node.Kind.REPEAT : Node.Kind.GROUP;
            current = register(current.add(kind, name, row, type));
        });
        if (row.get("name").isEmpty()) {
            current = current.add(
                    type.isRepeat() ? Node.Kind.REPEAT : Node.Kind.GROUP, "unnamed" + row.number(), row, type);
        }
    }

    private void close(Row row, TypeCell type) {
        String begin = type.key().replace("end_", "begin_");
        if (current == form) {
            issues.add(Issue.error(
                    row.cell("type"),
                    "対応する " + begin.replace('_', ' ') + " がありません。この行を消すか、始まりの行を加えてください。",
                    "Nothing is open here to be closed; take the row out, or add '" + begin.replace('_', ' ') + "'."));
            return;
        }
        if (!current.type().key().equals(begin)) {
            issues.add(Issue.error(
                    row.cell("type"),
                    "「" + current.name() + "」(" + current.row().number() + " 行目)は "
                            + current.type().key().replace('_', ' ') + " で始まっています。"
                            + current.type().key().replace("begin_", "end ") + " で閉じてください。",
                    "'" + current.name() + "' (row " + current.row().number() + ") was begun by '"
                            + current.type().key().replace('_', ' ') + "'; close it by '"
                            + current.type().key().replace("begin_", "end ") + "'."));
        }
        current = current.parent();
    }

    private void ask(Row row, TypeCell type) {
        String typed = row.get("name");
        // These few are known by their type alone.
        Optional<String> name = typed.isEmpty() && type.key().equals("audit") ? Optional.of("audit") : name(row);
        name.ifPresent(found -> {
            Node node = current.add(Node.Kind.QUESTION, found, row, type);
            if (node.question().isList()) {
                current.children().remove(node);
                lists.put(found, node);
            } else {
                register(node);
                addOther(row, type);
            }
        });
    }

    /** The text in which somebody says what the choice is that {@code or_other} adds. */
    private void addOther(Row row, TypeCell type) {
        if (!type.hasOther()) {
            return;
        }
        Row other = new Row("survey", row.number());
        other.put(new Columns.Heading("name", "", true), "name", row.get("name") + "_other");
        other.put(new Columns.Heading("relevant", "", true), "type", "selected(${" + row.get("name") + "}, 'other')");
        for (String language : languages) {
            other.put(new Columns.Heading("label", language, true), "label", Selections.otherText(language));
        }
        register(current.add(
                Node.Kind.QUESTION,
                Words.nodeName(row.get("name")) + "_other",
                other,
                new TypeCell("text", "", false)));
    }

    private Optional<String> name(Row row) {
        String typed = row.get("name");
        if (typed.isEmpty()) {
            issues.add(Issue.error(row.cell("name"), "name(名前)が空です。", "The name is missing; fill in the column name."));
            return Optional.empty();
        }
        String name = Words.nodeName(typed);
        if (!Words.isNodeName(name)) {
            issues.add(
                    Issue.error(
                            row.cell("name"),
                            "「" + typed + "」は名前に使えません。半角の英字か _ で始め、英数字・_・-・. だけにし、空白は入れないでください。",
                            "'" + typed
                                    + "' cannot be a name. Begin with a letter or _, go on with letters, digits, _, - or ., without blanks."));
            return Optional.empty();
        }
        if (!name.equals(Words.narrow(typed))) {
            issues.add(Issue.warning(
                    row.cell("name"),
                    "名前「" + typed + "」は式で使えないため、データの中では " + name + " とします。半角英数字の名前をお勧めします。",
                    "The name '" + typed + "' cannot stand in expressions; in the data it is " + name
                            + ". A name of plain letters is better."));
        }
        return Optional.of(name);
    }

    private Node register(Node node) {
        Optional.ofNullable(first.putIfAbsent(node.path(), node))
                .filter(other -> other != node)
                .ifPresent(other -> issues.add(Issue.error(
                        node.row().cell("name"),
                        "名前「" + node.name() + "」は同じグループの " + other.row().number() + " 行目にもあります。どちらかを変えてください。",
                        "The name '" + node.name() + "' is also in row "
                                + other.row().number() + ", in the same group; change one of them.")));
        if (node.name().equals("meta") && node.parent() == form) {
            issues.add(Issue.error(node.row().cell("name"), "meta は予約された名前です。", "The name meta is reserved."));
        }
        byName.computeIfAbsent(Words.narrow(node.row().get("name")), unknown -> new ArrayList<>())
                .add(node);
        return node;
    }

    /** The rows of several nodes, for people. */
    static String rows(List<Node> nodes) {
        return nodes.stream().map(node -> String.valueOf(node.row().number())).collect(Collectors.joining(", "));
    }

    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + change);
            }
            before = now;
        }
        return before[b.length()];
    }
}
