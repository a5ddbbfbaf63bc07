package tsunagi.server.console.account;

import java.time.Clock;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsunagi.server.admin.Answer;
import tsunagi.server.admin.CommandException;
import tsunagi.server.admin.Configured;
import tsunagi.server.admin.Directory;
import tsunagi.server.console.page.ConsoleWords;
import tsunagi.server.words.Language;

/** Who may sign in at the console, from the command line: the first administrator can be made nowhere else. */
@Command(name = "account", description = "Who may sign in at the console.")
public final class AccountCommand {
    private final Clock clock = Clock.systemUTC();

    @Command(name = "add", description = "Makes an account and prints a password that is good for one sign-in.")
    void add(
            @Parameters(paramLabel = "PERSON", description = "the name or the id; see ./tsunagi person") String person,
            @Option(names = "--login", required = true, paramLabel = "LOGIN", description = "what they sign in with")
                    String login,
            @Option(names = "--administrator", description = "also looks after accounts and tablets")
                    boolean isAdministrator,
            @Mixin Configured configured,
            @Mixin Answer answer) {
        AccountDesk.Outcome outcome =
                with(configured, person, asked -> asked.desk().make(asked.personId(), login, isAdministrator));
        answer.say(
                configured.out(),
                person + " signs in as " + login + " with the password " + passwordOf(outcome)
                        + " and chooses another one then.",
                new Answer.Item().with("person", person).with("login", login).with("password", passwordOf(outcome)));
    }

    @Command(
            name = "reset",
            description = "Prints a new password for somebody who forgot theirs, good for one sign-in.")
    void reset(
            @Parameters(paramLabel = "PERSON", description = "the name or the id") String person,
            @Mixin Configured configured,
            @Mixin Answer answer) {
        String password =
                passwordOf(with(configured, person, asked -> asked.desk().reset(asked.personId())));
        answer.say(
                configured.out(),
                person + " signs in with the password " + password + " and chooses another one then.",
                new Answer.Item().with("person", person).with("password", password));
    }

    @Command(name = "close", description = "Closes an account; what its person did keeps their name.")
    void close(
            @Parameters(paramLabel = "PERSON", description = "the name or the id") String person,
            @Mixin Configured configured,
            @Mixin Answer answer) {
        demand(with(configured, person, asked -> asked.desk().close(asked.personId())));
        answer.say(
                configured.out(),
                person + " cannot sign in any more.",
                new Answer.Item().with("person", person).with("closed", true));
    }

    @Command(name = "list", description = "Lists the accounts.")
    void list(@Mixin Configured configured, @Mixin Answer answer) {
        answer.list(
                configured.out(),
                "Nobody can sign in yet; ./tsunagi account add PERSON --login LOGIN --administrator makes the first"
                        + " account.",
                configured.withData(data -> new AccountDesk(data.database(), clock)
                        .people().stream()
                                .flatMap(person -> person.account().stream().map(account -> item(person, account)))
                                .toList()));
    }

    private static Answer.Item item(AccountDesk.Person person, Account account) {
        return new Answer.Item()
                .with("login", account.login())
                .with("name", person.name())
                .with("administrator", account.isAdministrator())
                .with("closed", account.isClosed())
                .with("supervises", String.join(", ", person.teams()));
    }

    /** Whom it is about, and where it is done. */
    private record Asked(AccountDesk desk, String personId) {}

    private AccountDesk.Outcome with(Configured configured, String person, Function<Asked, AccountDesk.Outcome> work) {
        return configured.withData(data -> {
            String personId = data.database().read(connection -> new Directory(connection).person(person));
            return work.apply(new Asked(new AccountDesk(data.database(), clock), personId));
        });
    }

    private static String passwordOf(AccountDesk.Outcome outcome) {
        demand(outcome);
        return ((AccountDesk.Outcome.Password) outcome).password();
    }

    private static void demand(AccountDesk.Outcome outcome) {
        if (outcome instanceof AccountDesk.Outcome.Refused refused) {
            throw new CommandException(ConsoleWords.of(Language.ENGLISH).say(refused.why()));
        }
    }
}
