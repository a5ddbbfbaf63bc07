package tsunagi.server.console.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What the console says to whom it shows no page; {@link TroublePages} says the rest. */
@Controller
final class Troubles {
    private final Pages pages;

    Troubles(Pages pages) {
        this.pages = pages;
    }

    @Error(global = true, exception = NotSignedInException.class)
    HttpResponse<?> notSignedIn(HttpRequest<?> request) {
        Page page = PageRequest.page(request);
        // A part of a page cannot show the sign-in form: the whole page must go there.
        return request.getHeaders().contains("HX-Request")
                ? HttpResponse.status(HttpStatus.UNAUTHORIZED).header("HX-Redirect", signIn(page))
                : pages.goTo(signIn(page));
    }

    private static String signIn(Page page) {
        return page.here().equals("/")
                ? "/sign-in"
                : "/sign-in?to=" + URLEncoder.encode(page.here(), StandardCharsets.UTF_8);
    }

    @Error(global = true, exception = NotAllowedException.class)
    HttpResponse<?> notAllowed(HttpRequest<?> request) {
        return trouble(request, HttpStatus.FORBIDDEN, "not_allowed");
    }

    @Error(global = true, exception = NotThereException.class)
    HttpResponse<?> notThere(HttpRequest<?> request) {
        return trouble(request, HttpStatus.NOT_FOUND, "not_there");
    }

    private HttpResponse<?> trouble(HttpRequest<?> request, HttpStatus status, String which) {
        return pages.refuse(PageRequest.page(request), status, "layout/trouble.jte", which);
    }
}
