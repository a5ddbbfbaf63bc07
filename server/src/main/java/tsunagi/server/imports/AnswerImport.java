package tsunagi.server.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tsunagi.calendar.JapaneseDays;
import tsunagi.matchcode.CodeReading;
import tsunagi.matchcode.MatchCode;
import tsunagi.name.Kana;
import tsunagi.questionnaires.Finding;
import tsunagi.questionnaires.Form;
import tsunagi.questionnaires.Question;
import tsunagi.questionnaires.Sheet;
import tsunagi.questionnaires.SheetSetting;
import tsunagi.record.DerivedId;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.EntryMethod;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseProgress;
import tsunagi.records.v1.ResponseState;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.Workplace;
import tsunagi.server.imports.TeamRecords.Held;

/**
 * Imports the answers of an online survey: one row, one sheet. A sheet is known again by all that its row says and how many rows before it
 * say the same, never by its code: two sheets with one code stay two.
 */
final class AnswerImport implements Importer {
    private static final int TYPE = TeamRecords.typeOf(Response.getDefaultInstance());

    private final TeamRecords records;
    private final Held<Round> round;
    private final Form form;
    private final QuestionColumns questions;
    private final Filling filling;
    private final Map<Map<String, String>, Integer> seen = new HashMap<>();

    AnswerImport(TeamRecords records, Held<Round> round, Form form, QuestionColumns questions) {
        this.records = records;
        this.round = round;
        this.form = form;
        this.questions = questions;
        this.filling = new Filling(false, records);
    }

    @Override
    public List<Planned> plan(List<ImportRow> rows) {
        return rows.stream().map(this::plan).toList();
    }

    private Planned plan(ImportRow row) {
        String name = row.text("written_on").orElse("回答");
        int earlier = seen.merge(row.cells(), 1, Integer::sum) - 1;
        if (earlier > 0) {
            row.note("", "まったく同じ内容の行が前にあります。別の人の回答として取り込みます。", "A row before says just the same; both are taken.");
        }
        Response wanted = read(row);
        if (row.isRefused()) {
            return Planned.refused(row, name);
        }
        RecordKey key =
                new RecordKey(records.teamId(), TYPE, DerivedId.of(records.teamId(), TYPE, identity(row, earlier)));
        var edit = filling.edit(records.state(key), wanted, row);
        return row.isRefused() ? Planned.refused(row, name) : Planned.of(row, name, List.of(edit));
    }

    private List<String> identity(ImportRow row, int earlier) {
        List<String> identity = new ArrayList<>(List.of("import", round.id(), Integer.toString(earlier)));
        new TreeMap<>(row.cells()).forEach((heading, value) -> {
            identity.add(heading);
            identity.add(value);
        });
        return identity;
    }

    private Response read(ImportRow row) {
        Response.Builder response = Response.newBuilder()
                .setRoundId(round.id())
                .setFormVersionId(round.body().getFormVersionId())
                .setEntryMethod(EntryMethod.ENTRY_METHOD_IMPORT)
                .setProgress(ResponseProgress.newBuilder().setState(ResponseState.RESPONSE_STATE_COMPLETE));
        records.find(FormVersion.getDefaultInstance(), round.body().getFormVersionId())
                .filter(FormVersion::hasSubject)
                .ifPresent(version -> response.setSubject(version.getSubject()));
        row.text("written_on").ifPresent(text -> writtenOn(row, text).ifPresent(response::setWrittenOn));
        row.text("match_code").map(AnswerImport::code).ifPresent(response::setMatchCode);
        row.choice("employment", Words.EMPLOYMENTS).ifPresent(response::setEmployment);
        row.choice("sex", Words.SEXES).ifPresent(response::setSex);
        row.choice("age_band", Words.AGES).ifPresent(response::setAgeBand);
        records.find(Workplace.getDefaultInstance(), round.body().getWorkplaceId())
                .flatMap(workplace -> Departments.key(workplace, row))
                .ifPresent(response::setDepartmentKey);
        return response.putAllAnswers(answers(row)).build();
    }

    /** In the form in which codes are stored; one that is none stays as it was typed, and the rules say so. */
    private static String code(String typed) {
        return MatchCode.read(typed) instanceof CodeReading.Fits fits
                ? fits.code().digits()
                : typed;
    }

    /** The day of a moment such as {@code 2024/07/15 13:05:22}. */
    private static Optional<String> writtenOn(ImportRow row, String text) {
        Optional<String> day =
                JapaneseDays.parse(text.replaceAll("[ T]+[0-9:.]+.*$", "")).map(Object::toString);
        if (day.isEmpty()) {
            row.refuse("written_on", "「" + text + "」は日付として読めません。", "'" + text + "' is no day.");
        }
        return day;
    }

    private Map<String, Answer> answers(ImportRow row) {
        Sheet sheet = form.begin(new SheetSetting(() -> "1", Map.of()));
        for (Map.Entry<String, Question> column : questions.byHeading().entrySet()) {
            Optional.ofNullable(row.cells().get(column.getKey()))
                    .map(Kana::evenWidth)
                    .ifPresent(text -> {
                        Optional<Answer> answer = CellAnswer.of(column.getValue(), text);
                        if (answer.isEmpty()) {
                            row.refuse(
                                    column.getKey(),
                                    "「" + text + "」はこの質問の選択肢や形式に合いません。" + CellAnswer.choices(column.getValue()),
                                    "'" + text + "' does not fit the question. "
                                            + CellAnswer.choices(column.getValue()));
                        } else {
                            note(
                                    row,
                                    column.getKey(),
                                    sheet.answer(column.getValue().path(), answer.get()));
                        }
                    });
        }
        sheet.finish().stream()
                .filter(finding -> finding.kind() == Finding.Kind.REQUIRED)
                .forEach(finding -> note(row, finding.path(), List.of(finding)));
        return sheet.answers();
    }

    /** What the form would not take is kept, and said. */
    private static void note(ImportRow row, String heading, List<Finding> findings) {
        findings.forEach(finding -> row.note(
                heading,
                finding.path() + ": " + finding.wording().ja(),
                finding.path() + ": " + finding.wording().en()));
    }
}
