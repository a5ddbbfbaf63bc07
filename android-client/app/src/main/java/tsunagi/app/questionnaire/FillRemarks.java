package tsunagi.app.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tsunagi.questionnaires.Finding;
import tsunagi.questionnaires.Sheet;
import tsunagi.questionnaires.SheetItem.Asked;

/** What is to be said of the answers of a sheet: what is wrong at once, what is missing only once somebody wanted to go on without it. */
final class FillRemarks {
    private final Set<String> tried = new HashSet<>();
    private final boolean isPaper;
    private List<Finding> findings = new ArrayList<>();

    FillRemarks(boolean isPaper) {
        this.isPaper = isPaper;
    }

    void lookAt(Sheet sheet) {
        findings = sheet.findings();
    }

    /** Somebody wanted to go on from this page. */
    void tried(FillPage page) {
        page.questions().forEach(asked -> tried.add(asked.path()));
    }

    boolean isAnyInTheWay(FillPage page) {
        return findings.stream().anyMatch(finding -> finding.kind().isError() && page.holds(finding.path()));
    }

    /** What is said at questions, by path. */
    Map<String, List<String>> said(Locale reader) {
        Map<String, List<String>> said = new HashMap<>();
        for (Finding finding : findings) {
            boolean isSaid = finding.kind() != Finding.Kind.REQUIRED || (tried.contains(finding.path()) && !isPaper);
            if (finding.kind().isError() && isSaid) {
                said.computeIfAbsent(finding.path(), path -> new ArrayList<>()).add(words(finding, reader));
            }
        }
        return said;
    }

    private static String words(Finding finding, Locale reader) {
        return reader.getLanguage().equals("ja")
                ? finding.wording().ja()
                : finding.wording().en();
    }

    /** How each question that is asked stands. */
    List<FillEntry> entries(FillLayout layout) {
        Map<String, Finding.Kind> errors = new HashMap<>();
        findings.stream()
                .filter(finding -> finding.kind().isError())
                .forEach(finding -> errors.put(finding.path(), finding.kind()));
        List<FillEntry> entries = new ArrayList<>();
        for (int i = 0; i < layout.size(); i++) {
            FillPage page = layout.page(i);
            String heading = String.join(" ・ ", page.headings());
            for (Asked asked : page.questions()) {
                entries.add(new FillEntry(asked.path(), i, heading, asked.label(), mark(asked, errors)));
            }
        }
        return entries;
    }

    private static FillEntry.Mark mark(Asked asked, Map<String, Finding.Kind> errors) {
        Finding.Kind error = errors.get(asked.path());
        if (error != null) {
            return error == Finding.Kind.REQUIRED ? FillEntry.Mark.MISSING : FillEntry.Mark.WRONG;
        }
        return asked.answer().isPresent() ? FillEntry.Mark.ANSWERED : FillEntry.Mark.OPEN;
    }
}
