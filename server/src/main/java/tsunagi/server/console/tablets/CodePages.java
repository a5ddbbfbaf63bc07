package tsunagi.server.console.tablets;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.enrolment.Invitation;
import tsunagi.server.admin.ServerData;
import tsunagi.server.console.page.Administrator;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.Page;
import tsunagi.server.console.page.Pages;
import tsunagi.server.device.EnrolmentCode;
import tsunagi.server.device.EnrolmentCodes;
import tsunagi.server.slip.QrPicture;
import tsunagi.server.storage.Sql;
import tsunagi.server.team.Team;
import tsunagi.server.team.Teams;

/** Where a システム管理者 makes a one-time code for a tablet, a new one or one that comes back. */
@Controller("/tablets/code")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CodePages {
    private static final String FORM = "tablets/code.jte";

    private final ServerData data;
    private final Pages pages;
    private final Clock clock;
    private final Teams teams = new Teams();
    private final EnrolmentCodes codes;
    private final SecureRandom random = new SecureRandom();

    CodePages(ServerData data, Pages pages, Clock clock) {
        this.data = data;
        this.pages = pages;
        this.clock = clock;
        this.codes = new EnrolmentCodes(data.identity().secret());
    }

    @Get
    HttpResponse<?> form(Administrator administrator, HttpRequest<?> request) {
        String host = request.getServerAddress().getHostString();
        String asked = request.getHeaders().findFirst("Host").orElse(host).replaceAll(":\\d+$", "");
        CodeForm form = form(List.of(), "", asked + ":" + data.settings().grpcPort(), "", Optional.empty());
        return pages.show(administrator.page(), FORM, form);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> make(Administrator administrator, @Body String body) {
        FormFields entered = FormFields.of("?" + body);
        Page page = administrator.page();
        List<UUID> known = openTeams().stream().map(Team::id).toList();
        List<UUID> teamIds = known.stream()
                .filter(id -> entered.all("team").contains(id.toString()))
                .toList();
        String server = entered.text("server").orElse("");
        String trouble = teamIds.isEmpty() ? "team" : !server.matches("[^\\s:/]+:\\d{1,5}") ? "server" : "";
        String person = entered.text("person").orElse("");
        if (!trouble.isEmpty()) {
            CodeForm again = form(entered.all("team"), person, server, trouble, Optional.empty());
            return pages.refuse(page, HttpStatus.UNPROCESSABLE_ENTITY, FORM, again);
        }
        Optional<String> personId = Optional.of(person).filter(id -> !id.isEmpty());
        EnrolmentCode code = data.database()
                .write(connection ->
                        codes.make(connection, random, teamIds, personId, clock.millis(), EnrolmentCodes.LIFETIME));
        return pages.show(
                page, FORM, form(entered.all("team"), person, server, "", Optional.of(made(page, code, server))));
    }

    private CodeForm.Made made(Page page, EnrolmentCode code, String server) {
        String fingerprint =
                data.settings().isPlaintext() ? "" : data.certificate().fingerprint();
        String invitation = new Invitation(server, fingerprint, code.toString()).toText();
        long untilMs = clock.millis() + EnrolmentCodes.LIFETIME.toMillis();
        return new CodeForm.Made(code.toString(), page.days().moment(untilMs), fingerprint, QrPicture.svg(invitation));
    }

    private List<Team> openTeams() {
        return data.database().read(teams::all).stream()
                .filter(team -> team.state() == Team.State.OPEN)
                .toList();
    }

    private CodeForm form(
            List<String> chosen, String person, String server, String trouble, Optional<CodeForm.Made> made) {
        List<CodeForm.Choice> people = data.database()
                .read(connection -> Sql.of(connection, "SELECT person_id, name FROM person ORDER BY name, person_id")
                        .list(row -> new CodeForm.Choice(
                                row.text("person_id"),
                                row.text("name"),
                                row.text("person_id").equals(person))));
        List<CodeForm.Choice> choices = openTeams().stream()
                .map(team -> new CodeForm.Choice(
                        team.id().toString(),
                        team.name(),
                        chosen.contains(team.id().toString())))
                .toList();
        return new CodeForm(choices, people, server, trouble, made);
    }
}
