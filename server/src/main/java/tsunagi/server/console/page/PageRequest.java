package tsunagi.server.console.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagi.server.team.Team;
import tsunagi.server.words.Language;

/** What a request says of the page it asks for. */
public final class PageRequest {
    /** Where the session filter leaves who is signed in. */
    public static final String VIEWER = "tsunagi.viewer";

    static final String NOTICE = "tsunagi_notice";
    /** The language of somebody who is not signed in. */
    public static final String LANGUAGE = "tsunagi_language";

    private static final Pattern OF_A_TEAM = Pattern.compile(
            "/teams/(\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12})(/.*)?");

    private PageRequest() {}

    /** The page that it asks for. */
    public static Page page(HttpRequest<?> request) {
        Optional<Viewer> viewer = request.getAttribute(VIEWER, Viewer.class);
        Optional<Team> team = viewer.flatMap(someone -> teamId(request).flatMap(someone::team));
        String query = request.getUri().getRawQuery();
        return new Page(
                viewer,
                team,
                viewer.map(Viewer::language).orElseGet(() -> languageAskedFor(request)),
                request.getUri().getPath(),
                query == null ? "" : query,
                request.getCookies().findCookie(NOTICE).map(Cookie::getValue).flatMap(Notice::fromCookie));
    }

    static Page signedIn(HttpRequest<?> request) {
        Page page = page(request);
        if (page.viewer().isEmpty()) {
            throw new NotSignedInException();
        }
        return page;
    }

    static Supervisor supervisor(HttpRequest<?> request) {
        Page page = signedIn(request);
        if (page.team().isEmpty()) {
            throw new NotAllowedException();
        }
        return new Supervisor(page);
    }

    static Administrator administrator(HttpRequest<?> request) {
        Page page = signedIn(request);
        if (!page.viewer().orElseThrow().isAdministrator()) {
            throw new NotAllowedException();
        }
        return new Administrator(page);
    }

    private static Optional<UUID> teamId(HttpRequest<?> request) {
        Matcher path = OF_A_TEAM.matcher(request.getUri().getPath());
        return path.matches() ? Optional.of(UUID.fromString(path.group(1))) : Optional.empty();
    }

    private static Language languageAskedFor(HttpRequest<?> request) {
        String asked = request.getCookies()
                .findCookie(LANGUAGE)
                .map(Cookie::getValue)
                .orElseGet(() -> request.getLocale().map(Locale::getLanguage).orElse("ja"));
        return asked.equals("en") ? Language.ENGLISH : Language.JAPANESE;
    }
}
