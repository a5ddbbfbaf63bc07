package tsunagi.server.form;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
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
import tsunagi.server.storage.Sql;

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
            Map<String, Long> sheets = data.database().read(connection -> sheets(connection, teamId));
            return PublishedForms.in(data.database()).all(teamId).stream()
                    .map(published -> item(published, sheets))
                    .toList();
        });
        answer.list(configured.out(), "まだ調査票がありません。./tsunagi form publish で公開します。 / No form was published yet.", items);
        return 0;
    }

    private static Answer.Item item(Published published, Map<String, Long> sheets) {
        return new Answer.Item()
                .with("form", published.version().getFormKey())
                .with("version", published.version().getVersion())
                .with("published", published.version().getPublishedOn())
                .with("retired", Optional.of(published.version().getRetiredOn()).filter(day -> !day.isEmpty()))
                .with("sheets", sheets.getOrDefault(published.key().id().toString(), 0L))
                .with("title", published.version().getTitle());
    }

    /** As far as the plain tables are; none before a server made them. */
    private static Map<String, Long> sheets(Connection connection, UUID teamId) throws SQLException {
        Map<String, Long> sheets = new HashMap<>();
        boolean isCounted = Sql.of(connection, "SELECT 1 FROM plain_table WHERE name = 'response'")
                .first(row -> true)
                .isPresent();
        if (isCounted) {
            Sql.of(connection, """
                            SELECT form_version_id, COUNT(*) AS sheets FROM response
                            WHERE team_id = ? AND form_version_id IS NOT NULL GROUP BY form_version_id
                            """, teamId.toString()).visit(row -> {
                sheets.put(row.text("form_version_id"), row.number("sheets"));
                return true;
            });
        }
        return sheets;
    }
}
