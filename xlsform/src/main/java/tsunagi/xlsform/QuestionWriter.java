package tsunagi.xlsform;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes one question: its bind, its control, what it does when the sheet begins. */
final class QuestionWriter {
    private final Node node;
    private final QuestionKind kind;
    private final Row row;
    private final NodeRules rules;
    private final Map<String, String> parameters;
    private final Selections selections;
    private final List<Issue> issues;

    QuestionWriter(
            Node node, NodeRules rules, Map<String, String> parameters, Selections selections, List<Issue> issues) {
        this.node = node;
        this.kind = node.question();
        this.row = node.row();
        this.rules = rules;
        this.parameters = parameters;
        this.selections = selections;
        this.issues = issues;
    }

    Map<String, String> bind() {
        Map<String, String> bind = new LinkedHashMap<>();
        bind.put("type", kind.name().equals("range") ? rangeType() : kind.bind());
        if (kind.name().equals("note") && row.get("read_only").isEmpty()) {
            bind.put("readonly", "true()");
        }
        if (List.of("timestamp", "date", "property").contains(kind.attribute())) {
            bind.put("jr:preload", kind.attribute());
            bind.put("jr:preloadParams", kind.name());
        }
        bind.put("orx:max-pixels", parameters.getOrDefault("max-pixels", ""));
        bind.put("odk:allow-mock-accuracy", parameters.getOrDefault("allow-mock-accuracy", ""));
        if (kind.name().equals("audio")) {
            bind.put("odk:quality", parameters.getOrDefault("quality", ""));
        }
        bind.putAll(rules.bind());
        bind.values().removeIf(String::isEmpty);
        if (kind.name().equals("calculate")
                && row.get("calculation").isEmpty()
                && row.get("default").isEmpty()) {
            issues.add(Issue.error(
                    row.cell("calculation"),
                    "calculate には計算式が要ります。calculation 列に書いてください。",
                    "A calculate needs an expression; write it into the column calculation."));
        }
        return bind;
    }

    String actions() {
        if (kind.name().startsWith("background-") || kind.name().equals("start-geopoint")) {
            issues.add(
                    Issue.warning(
                            row.cell("type"),
                            kind.name() + " は調査票に残しますが、端末では記録しません。本人に知らせずに録音や測位はしないためです。",
                            kind.name()
                                    + " stays in the form, but tablets do not record it: nobody is recorded or located unasked."));
        }
        return switch (kind.name()) {
            case "background-audio" ->
                "<odk:recordaudio event=\"odk-instance-load\" ref=\"" + node.path() + "\""
                        + Xml.attributes(Map.of("odk:quality", parameters.getOrDefault("quality", ""))) + "/>";
            case "start-geopoint" -> "<odk:setgeopoint event=\"odk-instance-first-load\" ref=\"" + node.path() + "\"/>";
            default -> "";
        };
    }

    String control(String actions) {
        if (!kind.isAsked()) {
            return "";
        }
        if (!rules.hasLabel()) {
            boolean isWorkedOut = !row.get("calculation").isEmpty();
            if (isWorkedOut && actions.isEmpty()) {
                return "";
            }
            issues.add(
                    Issue.warning(row.cell("label"), "ラベルもヒントもない質問です。", "This question has neither label nor hint."));
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("ref", node.path());
        attributes.put("appearance", appearance());
        addOwnAttributes(attributes);
        attributes.putAll(rules.body());
        String choices = kind.isSelection() ? selections.choices(node, parameters) : "";
        return "<" + kind.control() + Xml.attributes(attributes) + ">" + rules.label(false) + choices + actions + "</"
                + kind.control() + ">";
    }

    private String appearance() {
        String own = rules.appearance();
        boolean isSignature = node.type().key().equals("signature") && !own.contains("signature");
        return isSignature ? (own + " signature").strip() : own;
    }

    private void addOwnAttributes(Map<String, String> attributes) {
        switch (kind.name()) {
            case "range" -> addRange(attributes);
            case "image", "audio", "video", "file" -> attributes.put("mediatype", kind.attribute());
            case "text" -> attributes.put("rows", parameters.getOrDefault("rows", row.get("rows")));
            case "geopoint" -> {
                attributes.put("accuracyThreshold", parameters.getOrDefault("capture-accuracy", ""));
                attributes.put("unacceptableAccuracyThreshold", parameters.getOrDefault("warning-accuracy", ""));
            }
            case "geotrace", "geoshape" -> attributes.put("incremental", parameters.getOrDefault("incremental", ""));
            default -> {}
        }
    }

    private void addRange(Map<String, String> attributes) {
        BigDecimal start = number("start", "1");
        BigDecimal end = number("end", "10");
        BigDecimal step = number("step", "1");
        if (step.signum() == 0) {
            issues.add(Issue.error(row.cell("parameters"), "step(刻み)は 0 にできません。", "The step of a range cannot be 0."));
        } else if (step.abs().compareTo(end.subtract(start).abs()) > 0) {
            issues.add(Issue.error(
                    row.cell("parameters"),
                    "step(刻み)が start から end までの幅より大きくなっています。",
                    "The step is larger than the way from start to end."));
        }
        attributes.put("start", start.toPlainString());
        attributes.put("end", end.toPlainString());
        attributes.put("step", step.toPlainString());
        if (parameters.containsKey("tick_interval")) {
            attributes.put("odk:tick-interval", number("tick_interval", "1").toPlainString());
        }
        if (parameters.containsKey("placeholder")) {
            attributes.put("odk:placeholder", number("placeholder", "0").toPlainString());
        }
    }

    private String rangeType() {
        boolean isWhole = List.of("start", "end", "step").stream()
                .noneMatch(name -> parameters.getOrDefault(name, "").contains("."));
        return isWhole ? "int" : "decimal";
    }

    private BigDecimal number(String name, String standard) {
        String value = parameters.getOrDefault(name, standard);
        try {
            return new BigDecimal(value);
        } catch (NumberFormatException e) {
            issues.add(Issue.error(
                    row.cell("parameters"),
                    name + " は数で書いてください(いまは「" + value + "」)。",
                    "The value of " + name + " is a number, not '" + value + "'."));
            return new BigDecimal(standard);
        }
    }
}
