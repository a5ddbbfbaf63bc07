package tsunagi.server.console.account;

/**
 * What the form for another password shows.
 *
 * @param trouble the key of what is wrong, or empty
 */
public record PasswordForm(String trouble, int lengthMin) {}
