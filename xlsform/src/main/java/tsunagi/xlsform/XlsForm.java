package tsunagi.xlsform;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tsunagi.questionnaires.Form;
import tsunagi.questionnaires.FormFault;
import tsunagi.questionnaires.FormMeaning;
import tsunagi.questionnaires.FormMedia;
import tsunagi.questionnaires.FormReading;
import tsunagi.questionnaires.Wording;
import tsunagi.xlsform.Compilation.Compiled;
import tsunagi.xlsform.Compilation.Refused;

/** The compiler: a spreadsheet that follows the XLSForm convention becomes an XForm. */
public final class XlsForm {
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final List<Issue> issues = new ArrayList<>();
    private final String fileName;

    private XlsForm(String fileName) {
        this.fileName = fileName;
    }

    /** Compiles a .xlsx, a .xls, or a .csv with its siblings. */
    public static Compilation compile(Path file) {
        try {
            List<Grid> grids = SpreadsheetFile.read(file);
            return new XlsForm(stem(file)).compile(grids);
        } catch (UnreadableException e) {
            return new Refused(List.of(e.issue()));
        }
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName()).replaceAll("\\.[A-Za-z]+$", "");
        String stem = name.replaceAll("(?i)[-_. ]?survey[-_. ]?", "");
        return Words.narrow(stem.isEmpty() ? "form" : stem).replace(' ', '_');
    }

    private Compilation compile(List<Grid> grids) {
        grids.forEach(this::take);
        if (!tables.containsKey("survey")) {
            issues.add(Issue.error(
                    Cell.FILE,
                    "survey という名前のシートがありません。質問は survey シートに書いてください。",
                    "There is no sheet called survey; questions are written there."));
            return new Refused(issues);
        }
        Table survey = tables.get("survey");
        if (!survey.has("type") || !survey.has("name")) {
            issues.add(Issue.error(
                    Cell.sheet("survey"),
                    "1 行目に type と name の見出しが要ります。",
                    "The first row needs the headings type and name."));
            return new Refused(issues);
        }
        warnOfUnused();
        FormSettings settings = FormSettings.of(rows("settings"), fileName, issues);
        Texts texts = texts(settings);
        SurveyTree tree = SurveyTree.of(survey, settings.rootName(), texts.languages(), issues);
        if (tree.form().children().isEmpty()) {
            issues.add(Issue.error(Cell.sheet("survey"), "質問が 1 つもありません。", "There is not a single question."));
        }
        return write(settings, tree, texts);
    }

    private void take(Grid grid) {
        tables.putIfAbsent(Sheets.nameOf(grid.name()), Table.of(grid, issues));
    }

    private List<Row> rows(String sheet) {
        return tables.containsKey(sheet) ? tables.get(sheet).rows() : List.of();
    }

    private void warnOfUnused() {
        if (!rows("entities").isEmpty()) {
            issues.add(Issue.warning(
                    Cell.sheet("entities"),
                    "entities シートは読みますが、使いません。",
                    "The sheet entities is read but not acted on."));
        }
        for (String sheet : List.of("external_choices", "osm")) {
            if (!rows(sheet).isEmpty()) {
                issues.add(Issue.error(
                        Cell.sheet(sheet),
                        sheet + " シートには対応していません。select_one_from_file を使ってください。",
                        "The sheet " + sheet + " is not supported; use select_one_from_file."));
            }
        }
    }

    private Compilation write(FormSettings settings, SurveyTree tree, Texts texts) {
        References references = new References(tree, issues);
        ChoiceLists lists = ChoiceLists.of(
                rows("choices"),
                tables.containsKey("choices") ? tables.get("choices").headings() : List.of(),
                settings.mayRepeatChoices(),
                issues);
        if (tables.containsKey("choices")
                && !rows("choices").isEmpty()
                && !tables.get("choices").has("list_name")) {
            issues.add(Issue.error(
                    Cell.sheet("choices"),
                    "1 行目に list_name と name の見出しが要ります。",
                    "The first row needs the headings list_name and name."));
        }
        Selections selections = new Selections(lists, tree, references, texts, issues);
        FormMeaning meaning = new FormMeaning(
                settings.subject(), settings.identities(), ScaleSheet.read(rows("scales"), tree, lists, issues));
        String xform = new FormWriter(tree, references, texts, selections, issues).write(settings, meaning);
        if (hasErrors()) {
            return new Refused(distinct());
        }
        Set<String> files = selections.files();
        faultsOf(xform, files, tree);
        return hasErrors()
                ? new Refused(distinct())
                : new Compiled(settings.formId(), settings.version(), settings.title(), xform, files, distinct());
    }

    private boolean hasErrors() {
        return issues.stream().anyMatch(Issue::isError);
    }

    private List<Issue> distinct() {
        return List.copyOf(new LinkedHashSet<>(issues));
    }

    /** Loads what was written the way tablets do; nothing that they could not load is handed out. */
    private void faultsOf(String xform, Set<String> files, SurveyTree tree) {
        Map<String, byte[]> standIns = new TreeMap<>();
        files.forEach(file -> standIns.put(
                file, (file.endsWith(".csv") ? "name,label\n" : "<root/>").getBytes(StandardCharsets.UTF_8)));
        FormReading reading = Form.read(xform.getBytes(StandardCharsets.UTF_8), FormMedia.of(standIns));
        if (reading instanceof FormReading.Faulty faulty) {
            for (FormFault fault : faulty.faults()) {
                issues.add(new Issue(true, cellOf(fault, tree), fault.wording()));
            }
        }
    }

    /** The row of the question that a fault speaks of, the longest path first. */
    private static Cell cellOf(FormFault fault, SurveyTree tree) {
        Wording wording = fault.wording();
        return tree.byPath().entrySet().stream()
                .filter(entry -> entry.getValue().parent() != null && mentions(wording.en(), entry.getKey()))
                .max(Map.Entry.comparingByKey(java.util.Comparator.comparingInt(String::length)))
                .map(entry -> entry.getValue().row().cell())
                .orElse(Cell.FILE);
    }

    private static boolean mentions(String text, String path) {
        int at = text.indexOf(path);
        int end = at + path.length();
        return at >= 0
                && (end == text.length() || !String.valueOf(text.charAt(end)).matches("[A-Za-z0-9_.-]"));
    }

    private Texts texts(FormSettings settings) {
        Set<String> named = new LinkedHashSet<>();
        boolean hasUnnamed = false;
        for (String sheet : List.of("survey", "choices")) {
            if (!tables.containsKey(sheet)) {
                continue;
            }
            for (Columns.Heading heading : tables.get(sheet).headings()) {
                boolean isText = Columns.TEXTS.contains(heading.name());
                if (isText && !heading.language().isEmpty()) {
                    named.add(heading.language());
                }
                hasUnnamed |= isText && heading.language().isEmpty();
            }
        }
        return new Texts(named, settings.defaultLanguage(), hasUnnamed);
    }
}
