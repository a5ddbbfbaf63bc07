package tsunagi.server.console.account;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.util.Optional;

/** The cookie that holds a session's token. */
final class SessionCookie {
    private static final String NAME = "tsunagi_session";

    private SessionCookie() {}

    static Optional<String> token(HttpRequest<?> request) {
        return request.getCookies().findCookie(NAME).map(Cookie::getValue);
    }

    static Cookie of(HttpRequest<?> request, String token) {
        return cookie(request, token, Sessions.LIFETIME);
    }

    static Cookie gone(HttpRequest<?> request) {
        return cookie(request, "", Duration.ZERO);
    }

    private static Cookie cookie(HttpRequest<?> request, String value, Duration kept) {
        // Lax: a link to a list that a colleague sends by mail must find one signed in.
        return Cookie.of(NAME, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(SameSite.Lax)
                .maxAge(kept);
    }
}
