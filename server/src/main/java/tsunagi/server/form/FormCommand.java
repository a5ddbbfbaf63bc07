package tsunagi.server.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tsunagi.questionnaires.Form;
import tsunagi.questionnaires.FormDifference;
import tsunagi.server.admin.CommandException;
import tsunagi.server.admin.Configured;
import tsunagi.server.admin.Directory;
import tsunagi.xlsform.FormWorkbook;
import tsunagi.xlsform.Issue;

/** Works on forms: compiles spreadsheets, checks, compares, and fills in for a try. */
@Command(
        name = "form",
        description = "Questionnaires: from a spreadsheet (XLSForm: .xlsx, .xls, .csv) or an XForm (.xml).",
        subcommands = {PublishCommand.class, FormListCommand.class, RetireCommand.class})
public final class FormCommand {
    private static final int REFUSED = 1;

    @Spec
    private CommandSpec spec;

    @Command(
            name = "compile",
            description = "Turns a spreadsheet into an XForm; nothing is written when it has errors.")
    int compile(
            @Parameters(paramLabel = "FILE", description = ".xlsx, .xls or .csv (survey.csv with its siblings)")
                    Path file,
            @Option(
                            names = {"-o", "--out"},
                            paramLabel = "XML",
                            description = "where to; - for the screen (default: the file's name with .xml)")
                    Path out,
            @Option(
                            names = "--media",
                            paramLabel = "DIR",
                            description = "where its lists lie (default: beside the file)")
                    Path media)
            throws IOException {
        FormFile opened = open(file, media);
        opened.remarks().forEach(remark -> err().println(remark.text()));
        Optional<String> xform = opened.xform();
        boolean isOnlyMissingFiles = opened.form().isEmpty() && xform.isPresent();
        if (xform.isEmpty()) {
            err().println("変換できませんでした。エラーを直して、もう一度実行してください。 / Not compiled; mend the errors and try again.");
            return REFUSED;
        }
        if (out != null && out.toString().equals("-")) {
            out().print(xform.get());
            out().flush();
        } else {
            Path target = out == null ? file.resolveSibling(stem(file) + ".xml") : out;
            Files.writeString(target, xform.get(), StandardCharsets.UTF_8);
            out().println(target + " を書きました。 / Written.");
        }
        return isOnlyMissingFiles ? REFUSED : 0;
    }

    @Command(
            name = "workbook",
            description =
                    "Makes an Excel file of a form that is kept as .csv files, one a sheet; it compiles to the same form.")
    int workbook(
            @Parameters(paramLabel = "DIR", description = "the folder with survey.csv, or the file itself") Path form,
            @Option(
                            names = {"-o", "--out"},
                            paramLabel = "XLSX",
                            description = "where to (default: the folder's name with .xlsx, here)")
                    Path out)
            throws IOException {
        Path survey = Files.isDirectory(form) ? form.resolve("survey.csv") : form;
        Path folder = survey.toAbsolutePath().normalize().getParent();
        Path target = out == null ? Path.of(folder.getFileName() + ".xlsx") : out;
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        Optional<Issue> issue = FormWorkbook.write(survey, workbook);
        if (issue.isPresent()) {
            err().println(issue.get());
            return REFUSED;
        }
        Files.write(target, workbook.toByteArray());
        out().println(target + " を書きました。 / Written.");
        return 0;
    }

    @Command(name = "check", description = "Says what is wrong with a form, or what is in it.")
    int check(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(
                            names = "--media",
                            paramLabel = "DIR",
                            description = "where its lists lie (default: beside the file)")
                    Path media) {
        FormFile opened = open(file, media);
        opened.remarks().forEach(remark -> out().println(remark.text()));
        if (opened.form().isEmpty()) {
            return REFUSED;
        }
        Form form = opened.form().get();
        out().printf(
                        Locale.ROOT,
                        "%s: form_id %s, version %s, languages %s, %d questions, %d scales. 使えます。 / It can be used.%n",
                        form.title(),
                        form.key(),
                        form.version().isEmpty() ? "-" : form.version(),
                        form.languages().isEmpty() ? "-" : String.join(", ", form.languages()),
                        form.questions().size(),
                        form.scales().size());
        return 0;
    }

    @Command(name = "diff", description = "Shows what is different between two versions of a form.")
    int diff(
            @Parameters(paramLabel = "OLDER", description = "a file, or a published version as FORM@VERSION")
                    String older,
            @Parameters(paramLabel = "NEWER", description = "the same") String newer,
            @Option(names = "--media", paramLabel = "DIR", description = "where their lists lie (default: beside them)")
                    Path media,
            @Option(names = "--team", paramLabel = "TEAM", description = "whose published versions they are")
                    String team,
            @Mixin Configured configured) {
        Optional<Form> before = usable(older, media, team, configured);
        Optional<Form> after = usable(newer, media, team, configured);
        if (before.isEmpty() || after.isEmpty()) {
            return REFUSED;
        }
        FormDifference difference = FormDifference.between(before.get(), after.get());
        if (difference.isEmpty()) {
            out().println("違いはありません。 / There is no difference.");
        }
        difference.added().forEach(path -> out().println("+ " + path));
        difference.removed().forEach(path -> out().println("- " + path));
        difference.changed().forEach(change -> out().printf(
                        "~ %s %s: %s → %s%n",
                        change.path(),
                        change.aspect().name().toLowerCase(Locale.ROOT),
                        quoted(change.before()),
                        quoted(change.after())));
        out().flush();
        return 0;
    }

    @Command(name = "fill", description = "Asks the questions one by one, for a try; nothing is kept.")
    int fill(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--language", paramLabel = "NAME", description = "one of the form's") String language,
            @Option(
                            names = "--media",
                            paramLabel = "DIR",
                            description = "where its lists lie (default: beside the file)")
                    Path media) {
        Optional<Form> form = usable(file, media);
        if (form.isEmpty()) {
            return REFUSED;
        }
        if (language != null && !form.get().languages().contains(language)) {
            err().println("言語は " + String.join(", ", form.get().languages())
                    + " から選んでください。 / Choose one of these languages.");
            return REFUSED;
        }
        TerminalFilling filling =
                new TerminalFilling(form.get(), new InputStreamReader(System.in, StandardCharsets.UTF_8), out());
        return filling.run(Optional.ofNullable(language)) ? 0 : REFUSED;
    }

    private Optional<Form> usable(String named, Path media, String team, Configured configured) {
        Path file = Path.of(named);
        if (Files.exists(file) || !named.contains("@")) {
            return usable(file, media);
        }
        if (team == null) {
            throw new CommandException(
                    "公開した版を比べるには --team でチームを指定してください。 / Say with --team whose version " + named + " is.");
        }
        return configured.withData(data -> {
            UUID teamId = data.database()
                    .read(connection -> new Directory(connection).team(team).id());
            PublishedForms forms = PublishedForms.in(data.database());
            return forms.form(forms.named(teamId, named).key());
        });
    }

    private Optional<Form> usable(Path file, Path media) {
        FormFile opened = open(file, media);
        opened.remarks().stream().filter(FormFile.Remark::isError).forEach(remark -> err().println(remark.text()));
        return opened.form();
    }

    private static FormFile open(Path file, Path media) {
        Path beside = file.toAbsolutePath().normalize().getParent();
        return FormFile.open(
                file.toAbsolutePath().normalize(),
                media == null ? beside : media.toAbsolutePath().normalize());
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceAll("\\.[A-Za-z]+$", "");
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "(なし)" : "「" + text + "」";
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
