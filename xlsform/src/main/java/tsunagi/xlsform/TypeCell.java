package tsunagi.xlsform;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in the column {@code type}, taken apart.
 *
 * @param key the type, or {@code begin_group} and the like
 * @param list the list, file or reference a selection takes its choices from; empty otherwise
 */
record TypeCell(String key, String list, boolean hasOther) {
    private static final Pattern SECTION =
            Pattern.compile("(begin|end)[ _]*(group|repeat|loop|lgroup|looped[ _]group)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SELECTION = Pattern.compile(
            "(select[_ ]one[_ ]from[_ ]file|select[_ ]multiple[_ ]from[_ ]file|add select one prompt using"
                    + "|add select multiple prompt using|select one using|select multiple using|select one from"
                    + "|select multiple from|select all that apply from|select all that apply|select[_ ]one[_ ]external"
                    + "|select[_ ]one|select1|select[_ ]multiple|rank)\\s+(\\S.*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER =
            Pattern.compile("(.*?)\\s+or[_ ](?:specify[_ ])?other", Pattern.CASE_INSENSITIVE);

    static TypeCell of(String typed) {
        String narrow = Words.narrow(typed);
        Matcher section = SECTION.matcher(narrow);
        if (section.matches()) {
            return new TypeCell(
                    Words.key(section.group(1)) + "_" + sectionKind(Words.key(section.group(2))), "", false);
        }
        Matcher selection = SELECTION.matcher(narrow);
        if (selection.matches()) {
            Matcher other = OTHER.matcher(selection.group(2));
            boolean hasOther = other.matches();
            return new TypeCell(
                    selectionKey(Words.key(selection.group(1))),
                    hasOther ? other.group(1) : selection.group(2).strip(),
                    hasOther);
        }
        return new TypeCell(Words.key(narrow), "", false);
    }

    private static String sectionKind(String word) {
        return switch (word) {
            case "lgroup", "looped_group" -> "repeat";
            default -> word;
        };
    }

    private static String selectionKey(String word) {
        if (word.contains("external") || word.equals("rank")) {
            return word;
        }
        return word.contains("multiple") || word.contains("all_that_apply") ? "select_multiple" : "select_one";
    }

    boolean isBegin() {
        return key.startsWith("begin_");
    }

    boolean isEnd() {
        return key.startsWith("end_");
    }

    boolean isRepeat() {
        return key.endsWith("_repeat");
    }

    Optional<QuestionKind> question() {
        return QuestionKind.of(key);
    }
}
