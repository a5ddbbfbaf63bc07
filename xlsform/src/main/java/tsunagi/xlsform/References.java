package tsunagi.xlsform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagi.questionnaires.Expressions;
import tsunagi.questionnaires.FormFault;

/** Turns expressions as authors write them, with ${names}, into those a form can work with. */
final class References {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)\\}");
    private static final Pattern LAST_SAVED = Pattern.compile("\\s*last-saved#.*");

    private final SurveyTree tree;
    private final List<Issue> issues;

    /** Files that expressions look things up in, by the name of their list. */
    private final Map<String, String> lookups = new TreeMap<>();

    private final Set<String> instances = new TreeSet<>();

    References(SurveyTree tree, List<Issue> issues) {
        this.tree = tree;
        this.issues = issues;
    }

    Map<String, String> lookups() {
        return lookups;
    }

    /** Says that a list can be looked at by {@code instance()}. */
    void addInstance(String name) {
        instances.add(name);
    }

    /** An expression of a node; empty when it cannot be used, which is then said. */
    String expression(String typed, Node context, Cell cell) {
        return expression(typed, context, cell, false);
    }

    /** A filter within a list: what it names by itself are columns. */
    String filter(String typed, Node context, Cell cell) {
        return expression(typed, context, cell, true);
    }

    private String expression(String typed, Node context, Cell cell, boolean isFilter) {
        String text = Words.expression(typed);
        if (text.contains("≥") || text.contains("≤") || text.contains("≠")) {
            text = text.replace("≥", ">=").replace("≤", "<=").replace("≠", "!=");
        }
        text = withLookups(text, cell);
        Optional<String> expanded = expand(text, context, cell, isFilter);
        if (expanded.isEmpty()) {
            return "";
        }
        Set<String> nodes = tree.byPath().keySet();
        List<FormFault> faults = Expressions.faultsIn(expanded.get(), "", nodes, instances);
        faults.forEach(fault -> issues.add(new Issue(
                true, cell, fault.kind() == FormFault.Kind.BAD_EXPRESSION ? syntax(typed) : fault.wording())));
        return faults.isEmpty() ? expanded.get() : "";
    }

    private static tsunagi.questionnaires.Wording syntax(String typed) {
        return new tsunagi.questionnaires.Wording(
                "式「" + typed + "」が読めません。かっこと引用符の対応、演算子(and / or / = / !=)を確かめてください。",
                "The expression '" + typed
                        + "' cannot be read. See whether brackets and quotes are closed, and the operators (and, or, =,"
                        + " !=).");
    }

    private Optional<String> expand(String text, Node context, Cell cell, boolean isFilter) {
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder expanded = new StringBuilder();
        int end = 0;
        boolean isFine = true;
        while (matcher.find()) {
            expanded.append(text.substring(end, matcher.start()));
            end = matcher.end();
            Optional<Node> target = target(matcher.group(1), context, cell);
            isFine &= target.isPresent();
            String before = text.substring(0, matcher.start());
            boolean isQuoted = isQuoted(before);
            boolean isAbsolute = isQuoted || isWithin(before, "indexed-repeat(");
            target.ifPresent(node -> expanded.append(isQuoted ? "" : " ")
                    .append(path(node, context, isAbsolute, isFilter || isInPredicate(before)))
                    .append(isQuoted ? "" : " "));
        }
        expanded.append(text.substring(end));
        return isFine ? Optional.of(expanded.toString().strip()) : Optional.empty();
    }

    /** A path to a node, relative where both stand in one repeat. */
    static String path(Node target, Node context, boolean isAbsolute, boolean isInPredicate) {
        if (isAbsolute || commonRepeat(target, context).isEmpty()) {
            return target.path();
        }
        String way = context.wayTo(target);
        return isInPredicate ? "current()/" + way : way;
    }

    private static Optional<Node> commonRepeat(Node target, Node context) {
        for (Node node = target.parent(); node != null; node = node.parent()) {
            if (node.kind() == Node.Kind.REPEAT && context.isWithin(node)) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    /** The node a reference means; empty when there is not exactly one, which is then said. */
    Optional<Node> target(String name, Node context, Cell cell) {
        if (LAST_SAVED.matcher(name).matches()) {
            issues.add(Issue.error(
                    cell,
                    "${last-saved#…}(前回の回答)には対応していません。端末は複数の人で使うためです。default に値を書いてください。",
                    "${last-saved#...} is not supported: tablets are shared. Write a default instead."));
            return Optional.empty();
        }
        List<Node> named = tree.named(name);
        if (named.size() > 1) {
            List<Node> near = named.stream()
                    .filter(node -> node.parent() == context.parent())
                    .toList();
            named = near.size() == 1 ? near : named;
        }
        if (named.isEmpty()) {
            issues.add(Issue.error(
                    cell,
                    "${" + name + "} という名前の質問がありません。survey シートの name 列を確かめてください。",
                    "There is no question named '" + name + "'; see the column name of the survey sheet."));
        } else if (named.size() > 1) {
            issues.add(Issue.error(
                    cell,
                    "${" + name + "} という名前は " + SurveyTree.rows(named) + " 行目にあり、どれか決まりません。名前を変えてください。",
                    "'" + name + "' is the name of rows " + SurveyTree.rows(named)
                            + "; rename them so that it is clear which is meant."));
        }
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** A text for people with what it shows of answers, as XML. */
    String text(String typed, Node context, Cell cell) {
        Matcher matcher = REFERENCE.matcher(typed);
        StringBuilder xml = new StringBuilder();
        int end = 0;
        while (matcher.find()) {
            xml.append(Xml.escape(typed.substring(end, matcher.start())));
            end = matcher.end();
            target(matcher.group(1), context, cell).ifPresent(node -> xml.append("<output value=\" ")
                    .append(path(node, context, false, false))
                    .append(" \"/>"));
        }
        return xml.append(Xml.escape(typed.substring(end))).toString();
    }

    static boolean refers(String typed) {
        return REFERENCE.matcher(typed).find();
    }

    /** Replaces {@code pulldata('list', 'column', 'key', value)}, which JavaRosa does not know, by what it means. */
    private String withLookups(String text, Cell cell) {
        int start = text.indexOf("pulldata(");
        if (start < 0) {
            return text;
        }
        List<String> arguments = new ArrayList<>();
        int end = arguments(text, start + "pulldata(".length(), arguments);
        boolean areNamed = arguments.size() == 4
                && arguments.subList(0, 3).stream().allMatch(argument -> argument.matches("(['\"])[^'\"]+\\1"));
        if (end < 0 || !areNamed) {
            issues.add(Issue.error(
                    cell,
                    "pulldata は pulldata('ファイル名', '取り出す列', '探す列', 探す値) の形で書いてください。",
                    "pulldata is written as pulldata('file', 'column to take', 'column to search', value)."));
            return text.replace("pulldata(", "string(");
        }
        String list =
                arguments.get(0).substring(1, arguments.get(0).length() - 1).replaceAll("\\.csv$", "");
        lookups.put(list, list + ".csv");
        instances.add(list);
        String lookup = "instance('" + list + "')/root/item[" + unquoted(arguments.get(2)) + " = (" + arguments.get(3)
                + ")]/" + unquoted(arguments.get(1));
        return withLookups(text.substring(0, start) + lookup + text.substring(end), cell);
    }

    private static String unquoted(String argument) {
        return argument.substring(1, argument.length() - 1).strip();
    }

    /** Parts the arguments from {@code from} on; tells where the call ends, or -1 when it never does. */
    private static int arguments(String text, int from, List<String> arguments) {
        int depth = 0;
        char quote = 0;
        int start = from;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (depth == 0 && (c == ',' || c == ')')) {
                arguments.add(text.substring(start, i).strip());
                start = i + 1;
                if (c == ')') {
                    return i + 1;
                }
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            }
        }
        return -1;
    }

    private static boolean isQuoted(String before) {
        char quote = 0;
        for (int i = 0; i < before.length(); i++) {
            char c = before.charAt(i);
            if (quote == 0) {
                quote = c == '\'' || c == '"' ? c : 0;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return quote != 0;
    }

    private static boolean isInPredicate(String before) {
        return depth(before, '[', ']') > 0;
    }

    private static boolean isWithin(String before, String call) {
        int start = before.lastIndexOf(call);
        return start >= 0 && depth(before.substring(start), '(', ')') > 0;
    }

    private static int depth(String text, char open, char close) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == open ? 1 : text.charAt(i) == close ? -1 : 0;
        }
        return depth;
    }
}
