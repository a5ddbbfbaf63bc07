package tsunagi.server.form;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsunagi.server.admin.Answer;
import tsunagi.server.admin.CommandException;
import tsunagi.server.admin.Configured;
import tsunagi.server.attachment.AttachmentStore;
import tsunagi.server.form.PublishCommand.Whom;

/** Ends the use of a form version for new rounds. */
@Command(name = "retire", description = "Ends the use of a version for new rounds; those that run finish on it.")
final class RetireCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FORM@VERSION", description = "such as low_back@2026-07-01")
    private String name;

    @Option(names = "--team", required = true, paramLabel = "TEAM", description = "its name or id")
    private String team;

    @Option(names = "--by", required = true, paramLabel = "PERSON", description = "who decides")
    private String by;

    @Option(names = "--from", paramLabel = "DATE", description = "from which day on (default: today)")
    private LocalDate from;

    @Mixin
    private Configured configured;

    @Mixin
    private Answer answer;

    @Override
    public Integer call() {
        LocalDate day = from == null ? LocalDate.now(Clock.system(ZoneId.systemDefault())) : from;
        Publication.Outcome outcome = configured.withDesk((data, desk) -> {
            Whom whom = data.database().read(connection -> Whom.find(connection, team, by));
            PublishedForms forms = PublishedForms.in(data.database());
            AttachmentStore store = PublishedForms.filesIn(data.database());
            return new Publication(forms, store, desk).retire(forms.named(whom.teamId(), name), whom.personId(), day);
        });
        if (outcome instanceof Publication.Outcome.Refused refused) {
            throw new CommandException(refused.why().toString());
        }
        answer.say(
                configured.out(),
                name + " は " + day + " から新しい調査では使われません。 / Retired from " + day + " on.",
                new Answer.Item().with("form", name).with("retired", day));
        return 0;
    }
}
