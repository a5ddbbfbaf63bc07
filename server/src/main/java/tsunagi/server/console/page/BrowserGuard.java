package tsunagi.server.console.page;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.util.Optional;

/**
 * Keeps other sites out: what changes anything must come from a page of this console, and no page loads or runs anything of others or shows
 * itself in a frame of theirs.
 */
@ServerFilter("/**")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BrowserGuard {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; font-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    @RequestFilter
    @Nullable
    HttpResponse<?> refuseOthers(HttpRequest<?> request) {
        return reads(request.getMethod()) || isFromHere(request) ? null : HttpResponse.status(HttpStatus.FORBIDDEN);
    }

    private static boolean reads(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.HEAD;
    }

    /** Every browser of today says where a request comes from; what says nothing is none, and has no business here. */
    private static boolean isFromHere(HttpRequest<?> request) {
        Optional<String> site = request.getHeaders().getFirst("Sec-Fetch-Site");
        if (site.isPresent()) {
            return site.get().equals("same-origin");
        }
        Optional<String> origin = request.getHeaders().getFirst(HttpHeaders.ORIGIN);
        String host = request.getHeaders().get(HttpHeaders.HOST);
        return origin.isPresent() && host != null && host.equals(authority(origin.get()));
    }

    private static String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @ResponseFilter
    void harden(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (!response.getHeaders().contains(HttpHeaders.CACHE_CONTROL)) {
            // A shared computer must not show a page again after somebody has signed out.
            response.header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
