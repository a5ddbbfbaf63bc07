package tsunagi.engine.device;

import tsunagi.sync.v1.TokenRefusal;

/** What came of asking for a token. */
sealed interface TokenAnswer {
    /** A token, good for a while. */
    record Issued(String token) implements TokenAnswer {}

    /** None; why. */
    record Refused(TokenRefusal why) implements TokenAnswer {}
}
