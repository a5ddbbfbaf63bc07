package tsunagi.server.console.account;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import tsunagi.server.console.page.PageRequest;
import tsunagi.server.console.page.Pages;
import tsunagi.server.console.page.Viewer;

/** Finds out who asks. Somebody with a password that others know gets no further than to changing it. */
@ServerFilter("/**")
final class SessionFilter {
    private final SignIn signIn;
    private final Pages pages;

    SessionFilter(SignIn signIn, Pages pages) {
        this.signIn = signIn;
        this.pages = pages;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> whoAsks(HttpRequest<?> request) {
        String path = request.getPath();
        if (path.startsWith("/assets/")) {
            return null;
        }
        Optional<Viewer> viewer = SessionCookie.token(request).flatMap(signIn::viewer);
        viewer.ifPresent(someone -> request.setAttribute(PageRequest.VIEWER, someone));
        boolean isHeld = viewer.filter(Viewer::mustChangePassword).isPresent()
                && !path.equals("/password")
                && !path.equals("/sign-out")
                && !path.equals("/language");
        return isHeld ? pages.goTo("/password") : null;
    }
}
