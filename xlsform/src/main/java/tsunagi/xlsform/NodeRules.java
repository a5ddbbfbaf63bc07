package tsunagi.xlsform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a row says of its node: rules, texts and attributes. */
final class NodeRules {
    private static final Map<String, String> MEDIA = Map.of(
            "media::image", "jr://images/",
            "media::big-image", "jr://images/",
            "media::audio", "jr://audio/",
            "media::video", "jr://video/");

    private final Node node;
    private final Row row;
    private final References references;
    private final Texts texts;
    private final Set<String> prefixes;
    private final List<Issue> issues;

    NodeRules(Node node, References references, Texts texts, Set<String> prefixes, List<Issue> issues) {
        this.node = node;
        this.row = node.row();
        this.references = references;
        this.texts = texts;
        this.prefixes = prefixes;
        this.issues = issues;
    }

    Map<String, String> bind() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("relevant", truth("relevant", "true()"));
        rules.put("required", truth("required", ""));
        rules.put("readonly", truth("read_only", ""));
        rules.put("constraint", expression("constraint"));
        if (row.get("trigger").isEmpty()) {
            rules.put("calculate", expression("calculation"));
        }
        if (!row.get("constraint").isEmpty()) {
            rules.put("jr:constraintMsg", message("constraint_message", "jr:constraintMsg"));
        }
        if (!row.get("required").isEmpty()) {
            rules.put("jr:requiredMsg", message("required_message", "jr:requiredMsg"));
        }
        row.under("bind::").forEach((attribute, value) -> {
            if (attribute.equals("jr:noAppErrorString") || attribute.equals("type")) {
                rules.put(attribute, value);
            } else if (isWritable("bind::" + attribute, attribute)) {
                rules.put(
                        attribute,
                        References.refers(value)
                                ? references.expression(value, node, row.cell("bind::" + attribute))
                                : value);
            }
        });
        rules.values().removeIf(String::isEmpty);
        if (!row.get("save_to").isEmpty()) {
            issues.add(Issue.warning(
                    row.cell("save_to"),
                    "save_to(エンティティ)は読みますが、使いません。",
                    "save_to (entities) is read but not acted on."));
        }
        return rules;
    }

    Map<String, String> body() {
        Map<String, String> attributes = new LinkedHashMap<>();
        row.under("body::").forEach((attribute, value) -> {
            if (isWritable("body::" + attribute, attribute)) {
                attributes.put(attribute, value);
            }
        });
        attributes.put("autoplay", row.get("autoplay"));
        return attributes;
    }

    String instanceAttributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        row.under("instance::").forEach((attribute, value) -> {
            if (isWritable("instance::" + attribute, attribute)) {
                attributes.put(attribute, value);
            }
        });
        return Xml.attributes(attributes);
    }

    String appearance() {
        String typed = Words.narrow(row.get("appearance"));
        if (typed.matches(".*\\bsearch\\s*\\(.*")) {
            issues.add(Issue.error(
                    row.cell("appearance"),
                    "search() には対応していません。select_one_from_file と choice_filter を使ってください。",
                    "search() is not supported. Use select_one_from_file with a choice_filter."));
            return "";
        }
        return References.refers(typed) ? references.expression(typed, node, row.cell("appearance")) : typed;
    }

    /** Whether a row has anything that is shown. */
    boolean hasLabel() {
        return !row.text("label").isEmpty()
                || !row.text("hint").isEmpty()
                || MEDIA.keySet().stream().anyMatch(kind -> !row.text(kind).isEmpty());
    }

    /** The label, and the hint where there may be one. */
    String label(boolean isSection) {
        boolean hasMedia =
                MEDIA.keySet().stream().anyMatch(kind -> !row.text(kind).isEmpty());
        StringBuilder xml = new StringBuilder();
        if (hasMedia || (texts.isTranslated() && !row.text("label").isEmpty())) {
            String id = node.path() + ":label";
            row.text("label").forEach((language, words) -> texts.add(id, "", language, shown("label", words)));
            MEDIA.forEach((kind, start) -> row.text(kind)
                    .forEach((language, file) -> texts.add(
                            id,
                            kind.substring("media::".length()),
                            language,
                            Xml.escape(file.contains("://") ? file : start + file))));
            xml.append("<label ref=\"jr:itext('").append(id).append("')\"/>");
        } else {
            row.text("label").values().stream().findFirst().ifPresent(words -> xml.append("<label>")
                    .append(shown("label", words))
                    .append("</label>"));
        }
        if (!isSection) {
            xml.append(hint());
        }
        return xml.toString();
    }

    private String hint() {
        boolean hasGuidance = !row.text("guidance_hint").isEmpty();
        if (!hasGuidance && row.text("hint").isEmpty()) {
            return "";
        }
        if (!hasGuidance && !texts.isTranslated()) {
            return "<hint>" + shown("hint", row.text("hint").values().iterator().next()) + "</hint>";
        }
        String id = node.path() + ":hint";
        row.text("hint").forEach((language, words) -> texts.add(id, "", language, shown("hint", words)));
        row.text("guidance_hint")
                .forEach((language, words) -> texts.add(id, "guidance", language, shown("guidance_hint", words)));
        return "<hint ref=\"jr:itext('" + id + "')\"/>";
    }

    private String shown(String column, String words) {
        return references.text(words, node, row.cell(column));
    }

    private String message(String column, String name) {
        Map<String, String> words = row.text(column);
        if (words.isEmpty()) {
            return "";
        }
        boolean isPlain = !texts.isTranslated() && words.values().stream().noneMatch(References::refers);
        if (isPlain) {
            return words.values().iterator().next();
        }
        String id = node.path() + ":" + name;
        words.forEach((language, text) -> texts.add(id, "", language, shown(column, text)));
        return "jr:itext('" + id + "')";
    }

    private String expression(String column) {
        return row.get(column).isEmpty() ? "" : references.expression(row.get(column), node, row.cell(column));
    }

    /** An expression, or one of the words for yes and no. */
    private String truth(String column, String ifYes) {
        String typed = row.get(column);
        if (typed.isEmpty()) {
            return "";
        }
        return Words.yesOrNo(typed)
                .map(yes -> yes ? (ifYes.isEmpty() ? "true()" : "") : (ifYes.isEmpty() ? "" : "false()"))
                .orElseGet(() -> expression(column));
    }

    private boolean isWritable(String column, String attribute) {
        int colon = attribute.indexOf(':');
        String prefix = colon < 0 ? "" : attribute.substring(0, colon);
        boolean isName = attribute.matches("[A-Za-z_][A-Za-z0-9_.-]*(:[A-Za-z_][A-Za-z0-9_.-]*)?");
        if (isName && (prefix.isEmpty() || prefixes.contains(prefix))) {
            return true;
        }
        issues.add(Issue.error(
                row.cell(column),
                "属性「" + attribute + "」は書けません。接頭辞は settings の namespaces で宣言してください。",
                "The attribute '" + attribute
                        + "' cannot be written; declare its prefix in namespaces of the settings sheet."));
        return false;
    }
}
