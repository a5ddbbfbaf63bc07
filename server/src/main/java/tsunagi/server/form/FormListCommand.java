package tsunagi.server.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tsunagi.server.admin.Answer;
import tsunagi.server.admin.Configured;
import tsunagi.server.admin.Directory;
import tsunagi.server.form.PublishedForms.Published;

/** Lists the forms of a team. */
@Command(name = "list", description = "Lists the forms of a team: versions, titles, and how many sheets there are.")
final class FormListCommand implements Callable<Integer> {
    @Option(names = "--team", required = true, paramLabel = "TEAM", description = "its name or id")
    private String team;

    @Mixin
    private Configured configured;

    @Mixin
    private Answer answer;

    @Override
    public Integer call() {
        List<Answer.Item> items = configured.withData(data -> {
            UUID teamId = data.database()
                    .read(connection -> new Directory(connection).team(team).id());
            Map<String, FormUse> uses = data.database().read(connection -> FormUse.of(connection, teamId));
            return PublishedForms.in(data.database()).all(teamId).stream()
                    .map(published -> item(published, uses))
                    .toList();
        });
        answer.list(configured.out(), "まだ調査票がありません。./tsunagi form publish で公開します。 / No form was published yet.", items);
        return 0;
    }

    private static Answer.Item item(Published published, Map<String, FormUse> uses) {
        return new Answer.Item()
                .with("form", published.version().getFormKey())
                .with("version", published.version().getVersion())
                .with("published", published.version().getPublishedOn())
                .with("retired", Optional.of(published.version().getRetiredOn()).filter(day -> !day.isEmpty()))
                .with(
                        "sheets",
                        uses.getOrDefault(published.key().id().toString(), FormUse.NONE)
                                .sheets())
                .with("title", published.version().getTitle());
    }
}
