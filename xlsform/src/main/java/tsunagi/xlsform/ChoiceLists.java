package tsunagi.xlsform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lists of the choices sheet. */
final class ChoiceLists {
    private final Map<String, List<Row>> lists = new LinkedHashMap<>();
    /** The row in which a value of a list stands first. */
    private final Map<List<String>, Row> first = new HashMap<>();

    private final Set<String> columns = new LinkedHashSet<>();

    private ChoiceLists() {}

    static ChoiceLists of(List<Row> rows, Iterable<Columns.Heading> headings, boolean mayRepeat, List<Issue> issues) {
        ChoiceLists all = new ChoiceLists();
        for (Columns.Heading heading : headings) {
            if (!heading.isKnown() || heading.name().equals("geometry")) {
                all.columns.add(heading.name());
            }
        }
        for (Row row : rows) {
            all.read(row, mayRepeat, issues);
        }
        return all;
    }

    private void read(Row row, boolean mayRepeat, List<Issue> issues) {
        String list = Words.narrow(row.get("list_name"));
        String name = row.get("name");
        if (list.isEmpty()) {
            if (!name.isEmpty()) {
                issues.add(Issue.error(
                        row.cell("list_name"),
                        "list_name(一覧の名前)が空です。上の行と同じ一覧なら、同じ名前を入れてください。",
                        "The name of the list is missing; if it is that of the row above, write it again."));
            }
            return;
        }
        if (name.isEmpty()) {
            issues.add(Issue.error(
                    row.cell("name"),
                    "選択肢の name(値)が空です。",
                    "The value of the choice is missing; fill in the column name."));
            return;
        }
        if (name.matches(".*\\s.*")) {
            issues.add(Issue.error(
                    row.cell("name"),
                    "選択肢の値「" + name + "」に空白があります。空白は複数回答の区切りなので使えません。_ に変えてください。",
                    "The value '" + name + "' has a blank in it; blanks part several choices. Use _ instead."));
            return;
        }
        List<Row> rows = lists.computeIfAbsent(list, unknown -> new ArrayList<>());
        if (!mayRepeat) {
            Optional.ofNullable(first.putIfAbsent(List.of(list, name), row))
                    .ifPresent(
                            other -> issues.add(
                                    Issue.error(
                                            row.cell("name"),
                                            "値「" + name + "」は同じ一覧の " + other.number()
                                                    + " 行目にもあります。意図どおりなら settings に allow_choice_duplicates = yes を書いてください。",
                                            "The value '" + name + "' is also in row " + other.number()
                                                    + " of this list. If that is meant, put allow_choice_duplicates = yes into settings.")));
        }
        if (row.text("label").isEmpty() && row.texts().isEmpty()) {
            issues.add(Issue.warning(
                    row.cell("label"), "選択肢のラベルが空です。値を表示します。", "The choice has no label; its value is shown."));
        }
        rows.add(row);
    }

    boolean has(String list) {
        return lists.containsKey(list);
    }

    List<Row> rows(String list) {
        return lists.get(list);
    }

    Set<String> names() {
        return lists.keySet();
    }

    /** The columns by which choices can be filtered, as typed. */
    Set<String> columns() {
        return columns;
    }
}
