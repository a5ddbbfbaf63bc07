package tsunagi.server.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsunagi.calendar.JapaneseDays;
import tsunagi.questionnaires.Form;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.Round;
import tsunagi.server.admin.CommandException;
import tsunagi.server.admin.Configured;
import tsunagi.server.admin.Directory;
import tsunagi.server.admin.ServerData;
import tsunagi.server.desk.Desk;
import tsunagi.server.desk.DeskWord;
import tsunagi.server.form.FormFile;
import tsunagi.server.form.PublishedForms;
import tsunagi.server.imports.TeamRecords.Held;
import tsunagi.xlsform.Spreadsheet;

/** Brings in one kind of table. */
@Command(
        description =
                "Brings in a table of this kind (.xlsx, .xls, or .csv in UTF-8 or Shift_JIS). Without --apply it only"
                        + " says what would be made, changed and refused.")
final class ImportFileCommand implements Callable<Integer> {
    private static final int REFUSED = 1;

    @Parameters(paramLabel = "FILE", description = ".xlsx, .xls or .csv")
    private Path file;

    @Option(names = "--team", required = true, paramLabel = "TEAM", description = "its name or id")
    private String team;

    @Option(names = "--by", paramLabel = "PERSON", description = "who imports: name or id; wanted with --apply")
    private String person;

    @Option(names = "--apply", description = "write it; rows that are refused are left out")
    private boolean isApplied;

    @Option(
            names = "--overwrite",
            description = "also change what is recorded otherwise; without it, that is left as it stands")
    private boolean overwrites;

    @Option(names = "--round", paramLabel = "ROUND", description = "answers: name or id of the round")
    private String round;

    @Option(
            names = "--form",
            paramLabel = "FILE",
            description =
                    "answers: the form, as spreadsheet or XForm (default: the published version that the round asks)")
    private Path form;

    @Option(
            names = "--statistic",
            paramLabel = "NAME",
            description = "coverage: the statistic and its year, as economic_census_2021")
    private String statistic;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "coverage: the day the figures hold for, as 2021-06-01 or R3.6.1")
    private String asOf;

    @Mixin
    private Configured configured;

    private final ImportKind kind;

    ImportFileCommand(ImportKind kind) {
        this.kind = kind;
    }

    @Override
    public Integer call() {
        return configured.withDesk((data, desk) -> run(data, desk));
    }

    private int run(ServerData data, Desk desk) {
        UUID teamId = data.database()
                .read(connection -> new Directory(connection).team(team))
                .id();
        TeamRecords records = new TeamRecords(data.database(), teamId);
        ImportPlan plan = plan(data, records);
        plan.print(configured.out());
        if (!plan.isReadable()) {
            return REFUSED;
        }
        if (!isApplied) {
            configured
                    .out()
                    .println("まだ何も書いていません。よければ --apply を付けてもう一度実行してください。 / Nothing was written; --apply writes it.");
            configured.out().flush();
            return 0;
        }
        return apply(data, desk, teamId, plan);
    }

    private ImportPlan plan(ServerData data, TeamRecords records) {
        Spreadsheet reading = Spreadsheet.read(file);
        if (reading instanceof Spreadsheet.Unreadable unreadable) {
            return new ImportPlan(List.of(), List.of(new Remark(0, "", true, unreadable.ja(), unreadable.en())));
        }
        ImportTable table = ImportTable.of((Spreadsheet.Readable) reading, kind.columns());
        if (kind == ImportKind.ANSWERS) {
            return planAnswers(data, records, table);
        }
        boolean isReadable = table.remarks().stream().noneMatch(Remark::isRefusal);
        return new ImportPlan(isReadable ? importer(records).plan(table.rows()) : List.of(), table.remarks());
    }

    private Importer importer(TeamRecords records) {
        return switch (kind) {
            case WORKPLACES -> new WorkplaceImport(records, overwrites);
            case PARTICIPANTS -> new ParticipantImport(records, overwrites);
            case ATTENDANCE -> new AttendanceImport(records, overwrites);
            case COVERAGE -> new CoverageImport(records, overwrites, said(statistic, "--statistic"), day());
            case ANSWERS -> throw new IllegalStateException("answers need their form");
        };
    }

    private Optional<String> day() {
        return Optional.ofNullable(asOf).map(text -> JapaneseDays.parse(text)
                .orElseThrow(() -> new CommandException("「" + text + "」は日付として読めません。2021-06-01 や R3.6.1 のように書いてください。 / '"
                        + text + "' is no day; write it like 2021-06-01 or R3.6.1."))
                .toString());
    }

    private ImportPlan planAnswers(ServerData data, TeamRecords records, ImportTable table) {
        Held<Round> found = round(records, said(round, "--round"));
        Form read = form == null ? published(data, records, found) : opened(form);
        requireVersionOf(records, found, read);
        QuestionColumns questions = QuestionColumns.of(read, table.unknown().values());
        List<Remark> remarks = new ArrayList<>(table.remarks());
        remarks.addAll(questions.remarks());
        return new ImportPlan(new AnswerImport(records, found, read, questions).plan(table.rows()), remarks);
    }

    private static Form published(ServerData data, TeamRecords records, Held<Round> round) {
        return records.keyOf(FormVersion.getDefaultInstance(), round.body().getFormVersionId())
                .flatMap(PublishedForms.in(data.database())::form)
                .orElseThrow(() -> new CommandException("この調査回の調査票がサーバーにありません。--form でファイルを指定してください。 / The form of this"
                        + " round is not on the server; say --form."));
    }

    private static Form opened(Path file) {
        return FormFile.open(file, file.toAbsolutePath().getParent())
                .form()
                .orElseThrow(() -> new CommandException(file + " は調査票として使えません。./tsunagi form check で理由が分かります。 / " + file
                        + " cannot be used as a form; ./tsunagi form check tells why."));
    }

    /** Answers under another version's questions would be nobody's. */
    private static void requireVersionOf(TeamRecords records, Held<Round> round, Form form) {
        records.find(FormVersion.getDefaultInstance(), round.body().getFormVersionId())
                .filter(version -> !version.getFormKey().equals(form.key())
                        || !version.getVersion().equals(form.version()))
                .ifPresent(version -> {
                    throw new CommandException("この調査回の調査票は " + version.getFormKey() + " の版 " + version.getVersion()
                            + " ですが、--form は " + form.key() + " の版 " + form.version()
                            + " です。同じ版を指定してください。 / The round asks " + version.getFormKey() + " "
                            + version.getVersion() + ", and this is " + form.key() + " " + form.version()
                            + "; say --form with that version.");
                });
    }

    private static Held<Round> round(TeamRecords records, String typed) {
        List<Held<Round>> found = records.all(Round.getDefaultInstance()).stream()
                .filter(held -> held.id().equals(typed) || held.body().getName().equals(typed))
                .toList();
        if (found.size() != 1) {
            throw new CommandException("調査回「" + typed + "」が" + (found.isEmpty() ? "ありません" : "複数あります")
                    + "。ID で指定してください。 / "
                    + (found.isEmpty() ? "There is no round '" : "More than one round is called '")
                    + typed + "' in this team; say its id.");
        }
        return found.get(0);
    }

    private static String said(String value, String option) {
        return Optional.ofNullable(value)
                .orElseThrow(() -> new CommandException(option + " を指定してください。 / Say " + option + "."));
    }

    private int apply(ServerData data, Desk desk, UUID teamId, ImportPlan plan) {
        String author = data.database().read(connection -> new Directory(connection).person(said(person, "--by")));
        if (!desk.mayWrite(teamId, author)) {
            throw new CommandException(person + " さんは今日このチームの一員ではないので、何も書いていません。 / " + person
                    + " is no member of this team today; nothing was written.");
        }
        UUID importId = UUID.randomUUID();
        List<DeskWord> words = desk.writeTogether(teamId, author, importId, plan.edits());
        words.stream()
                .filter(word -> !isWritten(word))
                .forEach(word -> configured.out().println(told(word)));
        long written = words.stream().filter(ImportFileCommand::isWritten).count();
        configured
                .out()
                .printf(
                        "%d 件を書きました。取り消すとき: ./tsunagi import undo %s --team %s --by %s%n    %d records written; the command takes"
                                + " them back.%n",
                        written, importId, team, person, written);
        configured.out().flush();
        return written == words.size() ? 0 : REFUSED;
    }

    private static boolean isWritten(DeskWord word) {
        return word instanceof DeskWord.Taken || word instanceof DeskWord.Unchanged;
    }

    private static String told(DeskWord word) {
        if (word instanceof DeskWord.Parked parked) {
            return word.key().id() + ": 確認待ちになりました / parked: " + parked.reason() + " " + parked.detail();
        }
        return word instanceof DeskWord.Unfit unfit
                ? word.key().id() + ": 書けませんでした / cannot be stored: " + unfit.detail()
                : word.key().id() + ": 撤回・廃棄された記録です / was withdrawn or destroyed";
    }
}
