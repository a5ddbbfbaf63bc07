package tsunagi.trials.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tsunagi.xlsform.Compilation;
import tsunagi.xlsform.XlsForm;

/** A long questionnaire, made up: questions of all kinds that depend on each other, scores over all, and a repeat. */
final class LongForm {
    private static final int QUESTIONS_A_SECTION = 25;

    private LongForm() {}

    /** Compiled from a spreadsheet, as every form is. */
    static String xform(int questions) throws IOException {
        Path folder = Files.createTempDirectory("tsunagi-bench");
        Path survey = folder.resolve("survey.csv");
        Path choices = folder.resolve("choices.csv");
        try {
            Files.writeString(survey, survey(questions));
            Files.writeString(
                    choices, "list_name,name,label::ja,label::en\nhow,1,よい,good\nhow,2,ふつう,fair\nhow,3,わるい,poor\n");
            Compilation compilation = XlsForm.compile(survey);
            if (compilation instanceof Compilation.Compiled compiled) {
                return compiled.xform();
            }
            throw new IllegalStateException(compilation.issues().toString());
        } finally {
            Files.deleteIfExists(survey);
            Files.deleteIfExists(choices);
            Files.delete(folder);
        }
    }

    private static String survey(int questions) {
        StringBuilder rows = new StringBuilder("type,name,label::ja,label::en,relevant,constraint,calculation\n");
        StringBuilder total = new StringBuilder("0");
        for (int n = 1; n <= questions; n++) {
            if (n % QUESTIONS_A_SECTION == 1) {
                rows.append(n == 1 ? "" : "end group,,,,,,\n")
                        .append("begin group,g")
                        .append(n)
                        .append(",部,Part,,,\n");
            }
            rows.append(question(n));
            if (n % 5 == 0) {
                total.append(" + coalesce(${q").append(n).append("}, 0)");
            }
        }
        rows.append("end group,,,,,,\ncalculate,total,,,,,\"").append(total).append("\"\n");
        rows.append("begin repeat,task,作業,Task,,,\ninteger,kilo,重さ,Weight,,. <= 100,\n")
                .append(
                        "integer,times,回数,Times,${kilo} > 0,,\ncalculate,load,,,,,\"${kilo} * coalesce(${times}, 0)\"\n")
                .append("end repeat,,,,,,\ncalculate,load_total,,,,,sum(${load})\n");
        return rows.toString();
    }

    private static String question(int n) {
        String texts = ",q" + n + ",質問 " + n + ",Question " + n + ",";
        return switch (n % 5) {
            case 0 -> "integer" + texts + ",. >= 0 and . <= 100,\n";
            case 1 -> "select_one how" + texts + ",,\n";
            case 2 -> "text" + texts + "${q" + (n - 1) + "} = '3',,\n";
            case 3 -> "select_multiple how" + texts + ",,\n";
            default -> "decimal" + texts + "\"selected(${q" + (n - 1) + "}, '1')\",. < 1000,\n";
        };
    }
}
