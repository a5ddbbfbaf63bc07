package tsunagi.xlsform;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import tsunagi.records.v1.BetterDirection;
import tsunagi.records.v1.MissingItems;
import tsunagi.records.v1.Scale;
import tsunagi.records.v1.ScaleItem;
import tsunagi.records.v1.ScaleMethod;

/** Reads the scales sheet: a row for each score, which names the questions its points come from. */
final class ScaleSheet {
    private static final Map<String, BetterDirection> DIRECTIONS = Map.of(
            "higher", BetterDirection.BETTER_DIRECTION_HIGHER,
            "高いほど良い", BetterDirection.BETTER_DIRECTION_HIGHER,
            "lower", BetterDirection.BETTER_DIRECTION_LOWER,
            "低いほど良い", BetterDirection.BETTER_DIRECTION_LOWER,
            "none", BetterDirection.BETTER_DIRECTION_UNSPECIFIED,
            "なし", BetterDirection.BETTER_DIRECTION_UNSPECIFIED);
    private static final Map<String, ScaleMethod> METHODS = Map.of(
            "sum", ScaleMethod.SCALE_METHOD_SUM,
            "合計", ScaleMethod.SCALE_METHOD_SUM,
            "mean", ScaleMethod.SCALE_METHOD_MEAN,
            "平均", ScaleMethod.SCALE_METHOD_MEAN);
    private static final Map<String, MissingItems> MISSING = Map.of(
            "mean", MissingItems.MISSING_ITEMS_MEAN,
            "平均", MissingItems.MISSING_ITEMS_MEAN,
            "zero", MissingItems.MISSING_ITEMS_ZERO,
            "0", MissingItems.MISSING_ITEMS_ZERO,
            "0点", MissingItems.MISSING_ITEMS_ZERO);

    private final ScaleItems items;
    private final List<Issue> issues;
    private final Map<String, Scale> scales = new LinkedHashMap<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();

    private ScaleSheet(ScaleItems items, List<Issue> issues) {
        this.items = items;
        this.issues = issues;
    }

    /** The scales by their keys. */
    static Map<String, Scale> read(List<Row> rows, SurveyTree tree, ChoiceLists lists, List<Issue> issues) {
        Set<String> keys = new HashSet<>();
        rows.forEach(row -> keys.add(key(row)));
        ScaleSheet sheet = new ScaleSheet(new ScaleItems(tree, lists, keys, issues), issues);
        rows.forEach(sheet::read);
        sheet.scales.keySet().forEach(sheet::checkCircle);
        return sheet.scales;
    }

    private static String key(Row row) {
        return Words.narrow(row.get("name"));
    }

    private void read(Row row) {
        String key = key(row);
        if (!key.matches("[a-z][a-z0-9_]{0,39}")) {
            issues.add(Issue.error(
                    row.cell("name"),
                    "尺度の名前「" + key + "」は使えません。英小文字で始め、英小文字・数字・_ だけで書いてください(例: low_back)。",
                    "The scale's name '" + key
                            + "' cannot be used; write small letters, digits and _, as in low_back."));
            return;
        }
        Row before = rows.putIfAbsent(key, row);
        if (before != null) {
            issues.add(Issue.error(
                    row.cell("name"),
                    "尺度「" + key + "」は " + before.number() + " 行目にもあります。名前を変えてください。",
                    "The scale '" + key + "' is also in row " + before.number() + "; give it another name."));
            return;
        }
        scales.put(key, scale(row, key));
    }

    private Scale scale(Row row, String key) {
        Scale.Builder scale = Scale.newBuilder().setName(name(row, key));
        word(row, "better", DIRECTIONS).ifPresent(scale::setBetter);
        if (row.get("better").isEmpty()) {
            issues.add(Issue.warning(
                    row.cell("better"),
                    "どちらが良いか書いてありません。higher・lower・none のどれかを書いてください。",
                    "It is not said which way is better; write higher, lower or none."));
        }
        scale.setMethod(word(row, "method", METHODS).orElse(ScaleMethod.SCALE_METHOD_SUM));
        scale.addAllItems(items.of(row, scales));
        if (!row.get("unit").isEmpty()) {
            scale.setUnit(row.get("unit"));
        }
        missing(row, scale);
        Words.yesOrNo(row.get("needed")).ifPresent(scale::setIsNeeded);
        if (!row.get("needed").isEmpty() && Words.yesOrNo(row.get("needed")).isEmpty()) {
            issues.add(notUnderstood(row, "needed", "yes, no"));
        }
        limits(row, scale);
        return scale.build();
    }

    private String name(Row row, String key) {
        Map<String, String> labels = row.text("label");
        Optional<String> japanese = labels.entrySet().stream()
                .filter(label ->
                        label.getKey().endsWith("(ja)") || label.getKey().isEmpty())
                .map(Map.Entry::getValue)
                .findFirst();
        if (labels.isEmpty()) {
            issues.add(Issue.warning(
                    row.cell("label"),
                    "尺度の見出し(label)が空です。表には「" + key + "」と出ます。",
                    "The scale has no label; tables will show '" + key + "'."));
        }
        return japanese.or(() -> labels.values().stream().findFirst()).orElse(key);
    }

    private void missing(Row row, Scale.Builder scale) {
        word(row, "missing", MISSING).ifPresent(scale::setMissingItems);
        OptionalDouble most = items.number(row, "missing_most");
        if (most.isPresent()) {
            double count = most.getAsDouble();
            if (count != Math.rint(count) || count < 0 || count >= Math.max(1, scale.getItemsCount())) {
                issues.add(Issue.error(
                        row.cell("missing_most"),
                        "無回答を許す項目数は、0 から「項目数 - 1」までの整数で書いてください。",
                        "How many items may be missing is a whole number from 0 to one less than there are items."));
                return;
            }
            scale.setMissingItemsMost((int) count);
        }
    }

    /** The range as typed; where it is not, as it follows from the items. */
    private void limits(Row row, Scale.Builder scale) {
        OptionalDouble least = items.number(row, "least");
        OptionalDouble most = items.number(row, "most");
        Optional<double[]> worked = worked(scale);
        worked.ifPresent(range -> {
            boolean isOther = (least.isPresent() && Math.abs(least.getAsDouble() - range[0]) > 1e-9)
                    || (most.isPresent() && Math.abs(most.getAsDouble() - range[1]) > 1e-9);
            if (isOther) {
                String worded = Numbers.plain(range[0]) + "~" + Numbers.plain(range[1]);
                issues.add(Issue.error(
                        row.cell("least"),
                        "least・most が項目から計算した範囲 " + worded + " と違います。点数か範囲を直すか、least・most を空にしてください。",
                        "least and most differ from what follows from the items, " + worded
                                + "; mend the points or the range, or leave them empty."));
            }
            scale.setLeast(range[0]).setMost(range[1]);
        });
        least.ifPresent(scale::setLeast);
        most.ifPresent(scale::setMost);
    }

    private static Optional<double[]> worked(Scale.Builder scale) {
        double least = 0;
        double most = 0;
        for (ScaleItem item : scale.getItemsList()) {
            if (!item.hasLeast() || !item.hasMost()) {
                return Optional.empty();
            }
            boolean mayBeUnasked = item.hasPointsWhenNotAsked();
            least += mayBeUnasked ? Math.min(item.getLeast(), item.getPointsWhenNotAsked()) : item.getLeast();
            most += mayBeUnasked ? Math.max(item.getMost(), item.getPointsWhenNotAsked()) : item.getMost();
        }
        int parts = scale.getMethod() == ScaleMethod.SCALE_METHOD_MEAN ? scale.getItemsCount() : 1;
        return scale.getItemsCount() == 0 ? Optional.empty() : Optional.of(new double[] {least / parts, most / parts});
    }

    private <T> Optional<T> word(Row row, String column, Map<String, T> words) {
        String typed = Words.key(row.get(column));
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        if (!words.containsKey(typed)) {
            issues.add(notUnderstood(row, column, String.join(", ", new java.util.TreeSet<>(words.keySet()))));
        }
        return Optional.ofNullable(words.get(typed));
    }

    private static Issue notUnderstood(Row row, String column, String known) {
        return Issue.error(
                row.cell(column),
                "「" + row.get(column) + "」は使えません。使えるのは: " + known,
                "'" + row.get(column) + "' is not known here. There are: " + known);
    }

    private void checkCircle(String key) {
        if (reaches(key, key, new HashSet<>())) {
            issues.add(Issue.error(
                    rows.get(key).cell("items"),
                    "尺度「" + key + "」が、めぐりめぐって自分自身を項目にしています。",
                    "The scale '" + key + "' stands, in the end, on itself."));
        }
    }

    private boolean reaches(String from, String to, Set<String> passed) {
        Scale scale = scales.get(from);
        return scale != null
                && passed.add(from)
                && scale.getItemsList().stream()
                        .filter(ScaleItem::hasScaleKey)
                        .anyMatch(item -> item.getScaleKey().equals(to) || reaches(item.getScaleKey(), to, passed));
    }
}
