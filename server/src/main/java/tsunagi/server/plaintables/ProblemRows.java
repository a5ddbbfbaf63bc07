package tsunagi.server.plaintables;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tsunagi.record.RecordKey;
import tsunagi.rules.Problem;
import tsunagi.rules.RuleContext;
import tsunagi.rules.Rules;

/** What the rules of the domain say of records, as rows. */
final class ProblemRows {
    private ProblemRows() {}

    /** The rows of a record with these contents; of several problems of one rule and field the first. */
    static List<PlainRow> of(RecordKey key, String typeName, ByteString body, RuleContext others) {
        List<PlainRow> rows = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (Problem problem : Rules.of(key.type(), body, others)) {
            if (said.add(problem.rule() + " " + problem.field())) {
                rows.add(SideTables.row(
                        SideTables.RECORD_PROBLEM,
                        key,
                        typeName,
                        problem.rule(),
                        FitText.key("a field with a problem", problem.field()),
                        problem.severity().name().toLowerCase(Locale.ROOT),
                        FitText.value("text_ja", problem.japanese()),
                        FitText.value("text_en", problem.english())));
            }
        }
        return rows;
    }
}
