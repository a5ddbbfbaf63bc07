package tsunagi.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import tsunagi.records.v1.Scale;
import tsunagi.records.v1.ScaleItem;

/** The items of a scale: the questions that its row names, with the points of their choices. */
final class ScaleItems {
    private static final Set<String> NUMBERS = Set.of("integer", "decimal", "range");
    private static final Set<String> CHOICES = Set.of("select_one", "select_multiple");

    private final SurveyTree tree;
    private final ChoiceLists lists;
    private final Set<String> scaleKeys;
    private final List<Issue> issues;

    ScaleItems(SurveyTree tree, ChoiceLists lists, Set<String> scaleKeys, List<Issue> issues) {
        this.tree = tree;
        this.lists = lists;
        this.scaleKeys = scaleKeys;
        this.issues = issues;
    }

    /**
     * Of one row.
     *
     * @param above the scales of the rows above
     */
    List<ScaleItem> of(Row row, Map<String, Scale> above) {
        Set<String> names = names(row, "items");
        Set<String> reversed = names(row, "reversed");
        if (names.isEmpty()) {
            issues.add(Issue.error(
                    row.cell("items"),
                    "items が空です。点数のもとになる質問の name を、空白で区切って書いてください。",
                    "items is empty; write the names of the questions that give the points, parted by blanks."));
        }
        reversed.stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> issues.add(Issue.error(
                        row.cell("reversed"),
                        "「" + name + "」は items にありません。逆転する項目は items にも書いてください。",
                        "'" + name + "' is not among the items; what is reversed stands there too.")));
        List<ScaleItem> items = new ArrayList<>();
        for (String name : names) {
            item(row, name, above).ifPresent(item -> items.add(turned(row, name, reversed.contains(name), item)));
        }
        return items;
    }

    private Set<String> names(Row row, String column) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : Words.expression(row.get(column)).split("[\\s,、]+", -1)) {
            String plain = Words.narrow(name.replaceAll("^\\$\\{|\\}$", ""));
            if (!plain.isEmpty() && !names.add(plain)) {
                issues.add(Issue.error(
                        row.cell(column),
                        "「" + plain + "」が 2 回書いてあります。1 つにしてください。",
                        "'" + plain + "' is there twice; leave one."));
            }
        }
        return names;
    }

    private Optional<ScaleItem.Builder> item(Row row, String name, Map<String, Scale> above) {
        List<Node> named = tree.named(name);
        // A sub-scale is often called like the group of its questions.
        boolean isQuestion = named.stream().anyMatch(node -> node.kind() == Node.Kind.QUESTION);
        if (!isQuestion && scaleKeys.contains(name)) {
            ScaleItem.Builder item = ScaleItem.newBuilder().setScaleKey(name);
            Optional.ofNullable(above.get(name))
                    .filter(scale -> scale.hasLeast() && scale.hasMost())
                    .ifPresent(scale -> item.setLeast(scale.getLeast()).setMost(scale.getMost()));
            return Optional.of(item);
        }
        if (named.size() != 1) {
            issues.add(Issue.error(
                    row.cell("items"),
                    named.isEmpty()
                            ? "「" + name + "」という質問も尺度もありません。survey シートの name を確かめてください。"
                            : "「" + name + "」は survey の " + SurveyTree.rows(named) + " 行目にあり、どれか決まりません。名前を変えてください。",
                    named.isEmpty()
                            ? "There is no question and no scale named '" + name
                                    + "'; see the names in the survey sheet."
                            : "'" + name + "' is the name of rows " + SurveyTree.rows(named) + "; rename them."));
            return Optional.empty();
        }
        return question(row, named.get(0));
    }

    private Optional<ScaleItem.Builder> question(Row row, Node node) {
        String kind = node.kind() == Node.Kind.QUESTION ? node.question().name() : "";
        if (node.isInRepeat() || !(NUMBERS.contains(kind) || CHOICES.contains(kind))) {
            issues.add(Issue.error(
                    row.cell("items"),
                    "「" + node.name() + "」からは点数を取れません。繰り返しの外にある、選択または数の質問を書いてください。",
                    "'" + node.name()
                            + "' gives no points; items are questions outside of repeats that take a choice or"
                            + " a number."));
            return Optional.empty();
        }
        ScaleItem.Builder item = ScaleItem.newBuilder().setQuestionPath(node.path());
        if (kind.equals("range")) {
            range(node, item);
        }
        if (CHOICES.contains(kind) && lists.has(node.type().list())) {
            points(row, node, item);
        }
        OptionalDouble unasked = number(row, "not_asked");
        if (unasked.isPresent() && mayStayUnasked(node)) {
            item.setPointsWhenNotAsked(unasked.getAsDouble());
        }
        return Optional.of(item);
    }

    private static boolean mayStayUnasked(Node node) {
        return node != null && (!node.row().get("relevant").isEmpty() || mayStayUnasked(node.parent()));
    }

    private static void range(Node node, ScaleItem.Builder item) {
        // What is wrong with them is said where the question is written.
        Map<String, String> parameters = Parameters.of(node, new ArrayList<>());
        try {
            double start = Double.parseDouble(parameters.getOrDefault("start", "0"));
            double end = Double.parseDouble(parameters.getOrDefault("end", "10"));
            item.setLeast(Math.min(start, end)).setMost(Math.max(start, end));
        } catch (NumberFormatException e) {
            item.clearLeast().clearMost();
        }
    }

    private void points(Row row, Node node, ScaleItem.Builder item) {
        Map<String, Double> points = new LinkedHashMap<>();
        boolean isSaid = lists.rows(node.type().list()).stream()
                .anyMatch(choice -> !typedPoints(choice).isEmpty());
        for (Row choice : lists.rows(node.type().list())) {
            String typed = isSaid ? typedPoints(choice) : choice.get("name");
            try {
                points.put(choice.get("name"), Double.parseDouble(Words.narrow(typed)));
            } catch (NumberFormatException e) {
                if (isSaid && !typed.isEmpty()) {
                    issues.add(notANumber(choice, "points", typed));
                }
            }
        }
        if (points.isEmpty()) {
            issues.add(Issue.error(
                    row.cell("items"),
                    "「" + node.name() + "」の選択肢に点数がありません。choices シートに points 列を作り、点数を書いてください。",
                    "The choices of '" + node.name()
                            + "' have no points; write them into a column points of the choices" + " sheet."));
            return;
        }
        item.putAllPoints(points);
        if (node.question().name().equals("select_one")) {
            item.setLeast(points.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .min()
                    .getAsDouble());
            item.setMost(points.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .getAsDouble());
        }
    }

    private static String typedPoints(Row choice) {
        return choice.others().entrySet().stream()
                .filter(other -> Set.of("points", "点数").contains(Words.key(other.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** With the range that the row gives to all items, and turned round where it says so. */
    private ScaleItem turned(Row row, String name, boolean isReversed, ScaleItem.Builder item) {
        number(row, "item_least").ifPresent(item::setLeast);
        number(row, "item_most").ifPresent(item::setMost);
        if (isReversed) {
            item.setIsReversed(true);
            if (!item.hasLeast() || !item.hasMost()) {
                issues.add(Issue.error(
                        row.cell("reversed"),
                        "「" + name + "」を逆転するには、点数の範囲が要ります。item_least と item_most を書いてください。",
                        "To reverse '" + name
                                + "' the range of its points must be known; fill in item_least and item_most."));
            }
        }
        return item.build();
    }

    /** The number in a column; empty where nothing stands, or what is no number, which is then said. */
    OptionalDouble number(Row row, String column) {
        String typed = Words.narrow(row.get(column));
        if (typed.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(typed));
        } catch (NumberFormatException e) {
            Issue issue = notANumber(row, column, typed);
            if (!issues.contains(issue)) {
                issues.add(issue);
            }
            return OptionalDouble.empty();
        }
    }

    private static Issue notANumber(Row row, String column, String typed) {
        return Issue.error(
                row.cell(column),
                "「" + typed + "」は数ではありません。半角の数字で書いてください。",
                "'" + typed + "' is no number; write it in digits.");
    }
}
