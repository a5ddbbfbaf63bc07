package tsunagi.server.console.account;

/**
 * What the sign-in form shows.
 *
 * @param to the address asked for, to go on to
 * @param trouble the key of what is wrong, or empty
 */
public record SignInForm(String login, String to, String trouble) {}
