package tsunagi.server.form;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tsunagi.questionnaires.Form;
import tsunagi.server.admin.Answer;
import tsunagi.server.admin.CommandException;
import tsunagi.server.admin.Configured;
import tsunagi.server.admin.Directory;
import tsunagi.server.admin.ServerData;
import tsunagi.server.desk.Desk;

/** Publishes a form to the tablets of a team. */
@Command(
        name = "publish",
        description = "Publishes a form to a team; its tablets fetch it with their next sync. A published version never"
                + " changes.")
final class PublishCommand implements Callable<Integer> {
    private static final int REFUSED = 1;

    @Parameters(paramLabel = "FILE", description = "a spreadsheet (.xlsx, .xls, .csv) or an XForm (.xml)")
    private Path file;

    @Option(names = "--team", required = true, paramLabel = "TEAM", description = "its name or id")
    private String team;

    @Option(names = "--by", required = true, paramLabel = "PERSON", description = "who publishes it")
    private String by;

    @Option(
            names = "--media",
            paramLabel = "DIR",
            description = "where its lists and pictures lie (default: beside the file)")
    private Path media;

    @Mixin
    private Configured configured;

    @Mixin
    private Answer answer;

    @Spec
    private CommandSpec spec;

    /** Whom a command works for, found by what was typed. */
    record Whom(UUID teamId, String personId) {
        static Whom find(Connection connection, String team, String person) throws SQLException {
            Directory directory = new Directory(connection);
            return new Whom(directory.team(team).id(), directory.person(person));
        }
    }

    @Override
    public Integer call() {
        Path form = file.toAbsolutePath().normalize();
        Path folder = media == null ? form.getParent() : media.toAbsolutePath().normalize();
        FormFile opened = FormFile.open(form, folder);
        opened.remarks().forEach(remark -> spec.commandLine().getErr().println(remark.text()));
        if (opened.form().isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("公開していません。エラーを直して、もう一度実行してください。 / Not published; mend the errors and try again.");
            return REFUSED;
        }
        MediaFolder.Found files = new MediaFolder(folder).filesOf(opened.xform().orElseThrow());
        if (!files.missing().isEmpty()) {
            throw new CommandException("調査票が使うファイルがありません: " + String.join(", ", files.missing()) + "。" + folder
                    + " に置くか、--media で場所を指定してください。 / The form uses files that are not there; put them beside it, or say where"
                    + " they lie with --media.");
        }
        return configured.withDesk((data, desk) -> publish(data, desk, opened, files));
    }

    private int publish(ServerData data, Desk desk, FormFile opened, MediaFolder.Found files) {
        Whom whom = data.database().read(connection -> Whom.find(connection, team, by));
        Form form = opened.form().orElseThrow();
        Publication.Outcome outcome = new Publication(
                        PublishedForms.in(data.database()), PublishedForms.filesIn(data.database()), desk)
                .publish(
                        whom.teamId(),
                        whom.personId(),
                        form,
                        opened.xform().orElseThrow(),
                        files.files(),
                        LocalDate.now(Clock.system(ZoneId.systemDefault())));
        if (outcome instanceof Publication.Outcome.Refused refused) {
            throw new CommandException(refused.why().toString());
        }
        String name = form.key() + "@" + form.version();
        boolean isNew = outcome instanceof Publication.Outcome.Done;
        answer.say(
                configured.out(),
                isNew
                        ? "「" + form.title() + "」(" + name + ") を公開しました。タブレットは次の同期で受け取ります。 / Published."
                        : "「" + form.title() + "」(" + name + ") は、同じ内容ですでに公開されています。 / Published already.",
                new Answer.Item()
                        .with("form", form.key())
                        .with("version", form.version())
                        .with(
                                "id",
                                PublishedForms.key(whom.teamId(), form.key(), form.version())
                                        .id())
                        .with("published", isNew));
        return 0;
    }
}
