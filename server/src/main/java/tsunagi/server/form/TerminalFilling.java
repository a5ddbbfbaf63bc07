package tsunagi.server.form;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagi.questionnaires.AnswerWords;
import tsunagi.questionnaires.Finding;
import tsunagi.questionnaires.Form;
import tsunagi.questionnaires.Sheet;
import tsunagi.questionnaires.SheetItem;
import tsunagi.questionnaires.SheetSetting;
import tsunagi.records.v1.Answer;

/** Asks the questions of a form one by one in a terminal, the way its author wants to see them once. */
final class TerminalFilling {
    private static final String QUIT = ":q";
    private static final String BACK = "<";

    private final Sheet sheet;
    private final BufferedReader in;
    private final PrintWriter out;
    private final Set<String> seen = new HashSet<>();
    private final List<String> asked = new ArrayList<>();
    private int parts;

    TerminalFilling(Form form, Reader in, PrintWriter out) {
        this.sheet = form.begin(new SheetSetting(() -> "p" + ++parts, Map.of("deviceid", "terminal")));
        this.in = new BufferedReader(in);
        this.out = out;
    }

    /** Whether the sheet was complete in the end. */
    boolean run(Optional<String> language) {
        language.ifPresent(sheet::speak);
        out.println("空のまま Enter で次へ、" + BACK + " で前へ、" + QUIT + " で終わり。 / Enter alone goes on, " + BACK + " back, "
                + QUIT + " ends.");
        boolean isGoingOn = true;
        while (isGoingOn) {
            Optional<SheetItem> next = sheet.items().stream()
                    .filter(item -> !seen.contains(item.path() + item.getClass().getSimpleName()))
                    .findFirst();
            isGoingOn = next.isPresent() && show(next.get());
        }
        return summary();
    }

    private boolean show(SheetItem item) {
        seen.add(item.path() + item.getClass().getSimpleName());
        if (item instanceof SheetItem.Asked question) {
            return ask(question);
        }
        if (item instanceof SheetItem.OneMore more) {
            return offerPart(more);
        }
        String label = item instanceof SheetItem.Group group ? group.label() : ((SheetItem.Part) item).label();
        if (!label.isEmpty()) {
            out.println();
            out.println("== " + label);
        }
        return true;
    }

    private boolean offerPart(SheetItem.OneMore more) {
        out.println();
        out.print("「" + more.label() + "」をもう一つ? / one more? [y/N] ");
        out.flush();
        Optional<String> line = line();
        if (line.isPresent() && line.get().equals(QUIT)) {
            return false;
        }
        if (line.isPresent() && line.get().toLowerCase(java.util.Locale.ROOT).startsWith("y")) {
            sheet.add(more.path());
            seen.remove(more.path() + SheetItem.OneMore.class.getSimpleName());
        }
        return line.isPresent();
    }

    private boolean ask(SheetItem.Asked question) {
        print(question);
        if (question.isReadOnly()) {
            return true;
        }
        Optional<String> line = line();
        if (line.isEmpty() || line.get().equals(QUIT)) {
            return false;
        }
        if (line.get().equals(BACK)) {
            goBack(question);
            return true;
        }
        asked.add(question.path());
        if (line.get().isEmpty()) {
            return true;
        }
        List<Finding> findings = sheet.answer(question.path(), TypedAnswer.of(line.get(), question));
        findings.forEach(finding -> out.println("  ! " + finding.wording()));
        if (findings.stream().anyMatch(finding -> finding.kind().isError())) {
            seen.remove(question.path() + SheetItem.Asked.class.getSimpleName());
        }
        return true;
    }

    private void goBack(SheetItem.Asked question) {
        seen.remove(question.path() + SheetItem.Asked.class.getSimpleName());
        if (!asked.isEmpty()) {
            seen.remove(asked.remove(asked.size() - 1) + SheetItem.Asked.class.getSimpleName());
        }
    }

    private void print(SheetItem.Asked question) {
        out.println();
        out.println(question.label() + (question.isRequired() ? " *" : ""));
        if (!question.hint().isEmpty()) {
            out.println("  (" + question.hint() + ")");
        }
        for (int i = 0; i < question.choices().size(); i++) {
            out.println("  " + (i + 1) + ". " + question.choices().get(i).label());
        }
        if (!question.isReadOnly()) {
            String held = question.answer().map(AnswerWords::of).orElse("");
            out.print("  " + TypedAnswer.how(question.type()) + (held.isEmpty() ? "" : " [" + held + "]") + "> ");
        }
        out.flush();
    }

    private boolean summary() {
        List<Finding> findings = sheet.finish();
        out.println();
        out.println("回答 / answers:");
        Map<String, Answer> answers = sheet.answers();
        answers.forEach((path, answer) ->
                out.println("  " + path + " = " + (answer.hasGap() ? "(無回答 / left empty)" : AnswerWords.of(answer))));
        Map<String, Answer> calculated = sheet.calculated();
        if (!calculated.isEmpty()) {
            out.println("計算 / calculated:");
            calculated.forEach((path, answer) -> out.println("  " + path + " = " + AnswerWords.of(answer)));
        }
        List<String> scores = ScoreLines.of(sheet.form(), answers);
        if (!scores.isEmpty()) {
            out.println("得点 / scores:");
            scores.forEach(score -> out.println("  " + score));
        }
        out.println(
                findings.isEmpty()
                        ? "問題はありません。 / Complete."
                        : findings.stream()
                                .map(finding -> "  ! " + finding.path() + ": " + finding.wording())
                                .collect(Collectors.joining("\n")));
        out.flush();
        return findings.stream().noneMatch(finding -> finding.kind().isError());
    }

    private Optional<String> line() {
        try {
            return Optional.ofNullable(in.readLine()).map(String::strip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
