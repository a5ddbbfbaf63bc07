package tsunagi.server.console.page;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Gives every answer that the framework itself refuses a page that says what to do. */
@Singleton
@Primary
final class TroublePages implements ErrorResponseProcessor<byte[]> {
    private final Pages pages;

    TroublePages(Pages pages) {
        this.pages = pages;
    }

    @Override
    public MutableHttpResponse<byte[]> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpStatus status = response.status();
        Page page = PageRequest.page(context.getRequest());
        MutableHttpResponse<byte[]> shown = pages.refuse(page, status, "layout/trouble.jte", trouble(status));
        return shown;
    }

    /** The word of what is wrong. */
    private static String trouble(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND, METHOD_NOT_ALLOWED -> "not_there";
            case FORBIDDEN -> "from_elsewhere";
            case REQUEST_ENTITY_TOO_LARGE -> "too_large";
            default -> status.getCode() < HttpStatus.INTERNAL_SERVER_ERROR.getCode() ? "not_understood" : "bug";
        };
    }
}
