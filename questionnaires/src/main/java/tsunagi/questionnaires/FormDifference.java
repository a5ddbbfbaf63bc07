package tsunagi.questionnaires;

import com.google.protobuf.TextFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tsunagi.records.v1.Scale;

/**
 * What is different between two versions of a form, question by question.
 *
 * @param added paths that only the newer one has, in its order
 * @param removed paths that only the older one has, in its order
 */
public record FormDifference(List<String> added, List<String> removed, List<Change> changed) {
    public FormDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /** One thing that is said otherwise of a question; empty where a version says nothing. */
    public record Change(String path, Aspect aspect, String before, String after) {}

    /** What of a question is different. */
    public enum Aspect {
        TYPE,
        LABEL,
        HINT,
        CHOICE_ADDED,
        CHOICE_REMOVED,
        CHOICE_LABEL,
        RELEVANT,
        REQUIRED,
        CONSTRAINT,
        CALCULATION,
        /** How a scale is scored; it stands under the scale's key. */
        SCORING
    }

    public static FormDifference between(Form older, Form newer) {
        Map<String, Question> before = byPath(older);
        Map<String, Question> after = byPath(newer);
        Set<String> added = new LinkedHashSet<>(after.keySet());
        added.removeAll(before.keySet());
        Set<String> removed = new LinkedHashSet<>(before.keySet());
        removed.removeAll(after.keySet());
        List<Change> changed = new ArrayList<>();
        after.forEach((path, question) -> {
            if (before.containsKey(path)) {
                new Comparison(path, changed).compare(before.get(path), question);
            }
        });
        calculations(older, newer, changed);
        scoring(older, newer, changed);
        return new FormDifference(List.copyOf(added), List.copyOf(removed), changed);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    private static Map<String, Question> byPath(Form form) {
        Map<String, Question> byPath = new LinkedHashMap<>();
        form.questions().forEach(question -> byPath.put(question.path(), question));
        return byPath;
    }

    private static void calculations(Form older, Form newer, List<Change> changed) {
        Set<String> paths = new LinkedHashSet<>(older.nodes());
        paths.addAll(newer.nodes());
        for (String path : paths) {
            String before = older.rules(path).calculation();
            String after = newer.rules(path).calculation();
            if (!before.equals(after) && !path.endsWith("/meta/instanceID")) {
                changed.add(new Change(path, Aspect.CALCULATION, before, after));
            }
        }
    }

    private static void scoring(Form older, Form newer, List<Change> changed) {
        Set<String> keys = new LinkedHashSet<>(older.scales().keySet());
        keys.addAll(newer.scales().keySet());
        for (String key : keys) {
            String before = words(older.scales().get(key));
            String after = words(newer.scales().get(key));
            if (!before.equals(after)) {
                changed.add(new Change(key, Aspect.SCORING, before, after));
            }
        }
    }

    private static String words(Scale scale) {
        return scale == null
                ? ""
                : TextFormat.printer()
                        .escapingNonAscii(false)
                        .emittingSingleLine(true)
                        .printToString(scale);
    }

    /** Compares a question with what became of it. */
    private record Comparison(String path, List<Change> changed) {
        void compare(Question before, Question after) {
            see(Aspect.TYPE, before.type().name(), after.type().name());
            texts(Aspect.LABEL, "", before.labels(), after.labels());
            texts(Aspect.HINT, "", before.hints(), after.hints());
            choices(choices(before), choices(after));
            see(Aspect.RELEVANT, before.rules().relevant(), after.rules().relevant());
            see(Aspect.REQUIRED, before.rules().required(), after.rules().required());
            see(Aspect.CONSTRAINT, before.rules().constraint(), after.rules().constraint());
        }

        private void choices(Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
            after.forEach((value, labels) -> {
                if (before.containsKey(value)) {
                    texts(Aspect.CHOICE_LABEL, value + ": ", before.get(value), labels);
                } else {
                    changed.add(new Change(path, Aspect.CHOICE_ADDED, "", value));
                }
            });
            before.keySet().stream()
                    .filter(value -> !after.containsKey(value))
                    .forEach(value -> changed.add(new Change(path, Aspect.CHOICE_REMOVED, value, "")));
        }

        private static Map<String, Map<String, String>> choices(Question question) {
            Map<String, Map<String, String>> choices = new LinkedHashMap<>();
            question.choices().forEach(choice -> choices.put(choice.value(), choice.labels()));
            return choices;
        }

        private void texts(Aspect aspect, String start, Map<String, String> before, Map<String, String> after) {
            Set<String> languages = new LinkedHashSet<>(before.keySet());
            languages.addAll(after.keySet());
            for (String language : languages) {
                String was = before.getOrDefault(language, "");
                String is = after.getOrDefault(language, "");
                if (!was.equals(is)) {
                    String where = start + (language.isEmpty() ? "" : language + ": ");
                    see(aspect, was.isEmpty() ? "" : where + was, is.isEmpty() ? "" : where + is);
                }
            }
        }

        private void see(Aspect aspect, String before, String after) {
            if (!Objects.equals(before, after)) {
                changed.add(new Change(path, aspect, before, after));
            }
        }
    }
}
