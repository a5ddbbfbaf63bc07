package tsunagi.xlsform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagi.questionnaires.Expressions;

/** What stands in the column {@code default}: a value, or an expression that is worked out when the sheet begins. */
final class Defaults {
    private static final Pattern CALL = Pattern.compile("([A-Za-z][A-Za-z0-9:.-]*)\\s*\\(");
    private static final Pattern SUM =
            Pattern.compile("\\s*\\(*\\s*-?[0-9.]+\\s*\\)*(\\s+(\\+|-|\\*|div|mod)\\s+\\(*\\s*-?[0-9.]+\\s*\\)*)+\\s*");

    private Defaults() {}

    static boolean isWorkedOut(String typed, QuestionKind kind) {
        String text = Words.expression(typed);
        if (References.refers(text)) {
            return true;
        }
        Matcher call = CALL.matcher(text);
        while (call.find()) {
            if (Expressions.isFunction(call.group(1)) || call.group(1).equals("pulldata")) {
                return text.contains(")");
            }
        }
        boolean isNumber = kind.bind().equals("int") || kind.bind().equals("decimal");
        return isNumber && SUM.matcher(text).matches();
    }

    static String plain(String typed, QuestionKind kind) {
        if (kind.name().equals("image") && !typed.contains("://")) {
            return "jr://images/" + typed;
        }
        boolean isWords = kind.name().equals("text")
                || kind.name().equals("hidden")
                || kind.name().equals("note");
        return isWords ? typed : Words.expression(typed);
    }
}
