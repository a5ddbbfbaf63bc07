package tsunagi.server.console.account;

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
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tsunagi.server.admin.ServerData;
import tsunagi.server.console.account.AccountDesk.Outcome;
import tsunagi.server.console.page.Administrator;
import tsunagi.server.console.page.FormFields;
import tsunagi.server.console.page.Notice;
import tsunagi.server.console.page.Pages;

/** Who may sign in. */
@Controller("/accounts")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountPages {
    private final AccountDesk desk;
    private final Pages pages;

    AccountPages(ServerData data, Clock clock, Pages pages) {
        this.desk = new AccountDesk(data.database(), clock);
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Administrator administrator) {
        return pages.show(administrator.page(), "account/accounts.jte", list(Optional.empty()));
    }

    private AccountList list(Optional<AccountList.Made> made) {
        return new AccountList(desk.people(), made, "", "", "");
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> make(Administrator administrator, @Body String body) {
        FormFields entered = FormFields.of("?" + body);
        String personId = entered.text("person").orElse("");
        String login = entered.text("login").orElse("");
        Outcome outcome = desk.make(personId, login, entered.has("administrator"));
        return outcome instanceof Outcome.Refused refused
                ? pages.refuse(
                        administrator.page(),
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "account/accounts.jte",
                        new AccountList(desk.people(), Optional.empty(), refused.why(), login, personId))
                : withPassword(administrator, personId, outcome);
    }

    @Post("/{person}/reset")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> reset(Administrator administrator, String person) {
        return withPassword(administrator, person, desk.reset(person));
    }

    @Post("/{person}/close")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> close(Administrator administrator, String person) {
        return told(administrator, desk.close(person), "account.closed_now");
    }

    @Post("/{person}/administrator")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> setAdministrator(Administrator administrator, String person, @Body String body) {
        boolean wanted =
                FormFields.of("?" + body).text("is").filter("yes"::equals).isPresent();
        return told(administrator, desk.setAdministrator(person, wanted), "account.rights_changed");
    }

    /** The password stands on this answer and nowhere else, so there is no going on to another page. */
    private HttpResponse<?> withPassword(Administrator administrator, String personId, Outcome outcome) {
        List<AccountDesk.Person> people = desk.people();
        if (outcome instanceof Outcome.Password made) {
            Optional<AccountList.Made> shown = people.stream()
                    .filter(person -> person.personId().equals(personId))
                    .findFirst()
                    .map(person -> new AccountList.Made(
                            person.name(), person.account().orElseThrow().login(), made.password()));
            return pages.show(administrator.page(), "account/accounts.jte", list(shown));
        }
        return told(administrator, outcome, "account.rights_changed");
    }

    private HttpResponse<?> told(Administrator administrator, Outcome outcome, String done) {
        String key = outcome instanceof Outcome.Refused refused ? refused.why() : done;
        return pages.goTo("/accounts", Notice.of(administrator.page().say(key)));
    }
}
