package tsunagi.server.console.account;

import tsunagi.server.words.Language;

/**
 * What a person signs in with.
 *
 * @param mustChange the password was made by somebody else and is good for one sign-in
 */
public record Account(
        String personId,
        String login,
        String passwordHash,
        boolean isAdministrator,
        boolean mustChange,
        Language language,
        boolean isClosed) {}
