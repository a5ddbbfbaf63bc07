package tsunagi.server.console.account;

import java.util.List;
import java.util.Optional;

/**
 * What the page of accounts shows.
 *
 * @param made whose password was just made, and the password
 * @param trouble the key of what is wrong, or empty
 * @param login what was entered when something is wrong
 * @param personId who was chosen when something is wrong
 */
public record AccountList(
        List<AccountDesk.Person> people, Optional<Made> made, String trouble, String login, String personId) {
    /** A password that is shown once. */
    public record Made(String name, String login, String password) {}

    public List<AccountDesk.Person> withAccount() {
        return people.stream().filter(person -> person.account().isPresent()).toList();
    }

    public List<AccountDesk.Person> withoutAccount() {
        return people.stream().filter(person -> person.account().isEmpty()).toList();
    }
}
