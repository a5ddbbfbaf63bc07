package tsunagi.server.console.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Draws pages from templates. A template takes {@code page}, and {@code model} if it shows anything. Thread-safe. */
@Singleton
public final class Pages {
    private static final MediaType HTML = MediaType.of("text/html; charset=utf-8");
    private static final Duration NOTICE_KEPT_FOR = Duration.ofMinutes(1);

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /** The template with this model, whether it is a whole page or a part of one that is being replaced. */
    public MutableHttpResponse<byte[]> show(Page page, String template, Object model) {
        return show(page, HttpStatus.OK, template, Map.of("page", page, "model", model));
    }

    public MutableHttpResponse<byte[]> show(Page page, String template) {
        return show(page, HttpStatus.OK, template, Map.of("page", page));
    }

    /** The same, for what was asked in vain. */
    public MutableHttpResponse<byte[]> refuse(Page page, HttpStatus status, String template, Object model) {
        return show(page, status, template, Map.of("page", page, "model", model));
    }

    private MutableHttpResponse<byte[]> show(
            Page page, HttpStatus status, String template, Map<String, Object> parameters) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template, parameters, output);
        MutableHttpResponse<byte[]> response =
                HttpResponse.<byte[]>status(status).body(output.toByteArray()).contentType(HTML);
        return page.notice().isPresent() ? response.cookie(noticeCookie("", Duration.ZERO)) : response;
    }

    /** A page as text, for what is kept or sent. */
    public String text(Page page, String template, Object model) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template, Map.<String, Object>of("page", page, "model", model), output);
        return new String(output.toByteArray(), StandardCharsets.UTF_8);
    }

    /** Sends the browser on, after something was done. */
    public MutableHttpResponse<byte[]> goTo(String address) {
        return HttpResponse.<byte[]>status(HttpStatus.SEE_OTHER)
                .headers(headers -> headers.location(URI.create(address)));
    }

    /** The same; the page that follows says what was done, and how it is taken back. */
    public MutableHttpResponse<byte[]> goTo(String address, Notice notice) {
        return goTo(address).cookie(noticeCookie(notice.toCookie(), NOTICE_KEPT_FOR));
    }

    private static Cookie noticeCookie(String value, Duration kept) {
        return Cookie.of(PageRequest.NOTICE, value)
                .path("/")
                .httpOnly(true)
                .sameSite(SameSite.Lax)
                .maxAge(kept);
    }
}
