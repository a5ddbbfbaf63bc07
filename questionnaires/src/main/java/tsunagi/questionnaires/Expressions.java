package tsunagi.questionnaires;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.xpath.XPathException;
import org.javarosa.xpath.XPathParseTool;
import org.javarosa.xpath.expr.XPathBinaryOpExpr;
import org.javarosa.xpath.expr.XPathExpression;
import org.javarosa.xpath.expr.XPathFilterExpr;
import org.javarosa.xpath.expr.XPathFuncExpr;
import org.javarosa.xpath.expr.XPathPathExpr;
import org.javarosa.xpath.expr.XPathStep;
import org.javarosa.xpath.expr.XPathStringLiteral;
import org.javarosa.xpath.expr.XPathUnaryOpExpr;
import org.javarosa.xpath.parser.XPathSyntaxException;
import tsunagi.questionnaires.FormFault.Kind;

/** Looks through the expressions of a form for what they name: nodes, lists and functions that do not exist. */
public final class Expressions {
    /** What can be called in an expression; of any other function JavaRosa learns only when it comes by. */
    private static final Set<String> FUNCTIONS = new HashSet<>(Arrays.asList(
            ("abs acos area asin atan atan2 base64-decode boolean boolean-from-string checklist coalesce concat"
                            + " contains cos count count-non-empty count-selected current date date-time"
                            + " decimal-date-time decimal-time depend digest distance enclosed-area ends-with exp exp10"
                            + " extract-signed false format-date format-date-time geofence if indexed-repeat"
                            + " instance int is-selected join jr:choice-name jr:itext log log10 max min normalize-space"
                            + " not now number once pi position pow property random randomize regex round selected"
                            + " selected-at sin sqrt starts-with string string-length substr substring-after"
                            + " substring-before sum tan today translate true uuid version weighted-checklist")
                    .split(" ")));

    private final Set<String> nodes;
    private final Set<String> instances;
    private final String context;
    private final String text;
    private final List<FormFault> faults = new ArrayList<>();

    private Expressions(Set<String> nodes, Set<String> instances, String context, String text) {
        this.nodes = nodes;
        this.instances = instances;
        this.context = context;
        this.text = text;
    }

    /** Whether a function of that name can be called. */
    public static boolean isFunction(String name) {
        return FUNCTIONS.contains(name);
    }

    /** Why the expression cannot be read at all. */
    public static Optional<String> syntaxFault(String text) {
        try {
            XPathParseTool.parseXPath(text);
            return Optional.empty();
        } catch (XPathSyntaxException | RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** All that is wrong with an expression. */
    public static List<FormFault> faultsIn(String text, String context, Set<String> nodes, Set<String> instances) {
        Expressions look = new Expressions(nodes, instances, context, text);
        try {
            look.at(XPathParseTool.parseXPath(text));
        } catch (XPathSyntaxException | XPathException e) {
            look.faults.add(FormFault.of(
                    Kind.BAD_EXPRESSION,
                    text,
                    "式が読めません: " + text + (context.isEmpty() ? "" : " (" + context + ")"),
                    "This expression cannot be read: " + text + in(context)));
        }
        return look.faults;
    }

    private void at(XPathExpression expression) {
        if (expression instanceof XPathPathExpr path) {
            atPath(path);
        } else if (expression instanceof XPathFuncExpr function) {
            atFunction(function);
        } else if (expression instanceof XPathFilterExpr filter) {
            at(filter.x);
        } else if (expression instanceof XPathBinaryOpExpr two) {
            at(two.a);
            at(two.b);
        } else if (expression instanceof XPathUnaryOpExpr one) {
            at(one.a);
        }
    }

    private void atPath(XPathPathExpr path) {
        if (path.init_context == XPathPathExpr.INIT_CONTEXT_EXPR) {
            at(path.filtExpr.x);
        } else if (path.init_context == XPathPathExpr.INIT_CONTEXT_ROOT) {
            String named = named(path.getReference());
            if (!nodes.contains(named)) {
                unknown(named);
            }
        }
        // Within a list a relative step names a column of the list; what stands in brackets is looked at all the same.
        for (XPathStep step : path.steps) {
            Arrays.stream(step.predicates).forEach(this::at);
        }
    }

    private void atFunction(XPathFuncExpr function) {
        String name = function.id.toString();
        if (!FUNCTIONS.contains(name)) {
            faults.add(FormFault.of(
                    Kind.UNKNOWN_FUNCTION,
                    name,
                    "関数 " + name + "() には対応していません: " + text + (context.isEmpty() ? "" : " (" + context + ")"),
                    "There is no function " + name + "(): " + text + in(context)));
        }
        if (name.equals("instance")
                && function.args.length == 1
                && function.args[0] instanceof XPathStringLiteral list
                && !instances.contains(list.s)) {
            unknown("instance('" + list.s + "')");
        }
        Arrays.stream(function.args).forEach(this::at);
    }

    private void unknown(String what) {
        faults.add(FormFault.of(
                Kind.UNKNOWN_REFERENCE,
                what,
                what + " という質問や一覧はありません: " + text + (context.isEmpty() ? "" : " (" + context + ")"),
                "There is no " + what + ": " + text + in(context)));
    }

    private static String named(TreeReference reference) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < reference.size(); i++) {
            path.append('/').append(reference.getName(i));
        }
        return path.toString();
    }

    private static String in(String context) {
        return context.isEmpty() ? "" : " (in " + context + ")";
    }
}
