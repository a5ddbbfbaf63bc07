package tsunagi.server.console.page;

import io.micronaut.context.annotation.Factory;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/** Hands a handler who asks, if they are whom it is for: a right that is part of the signature cannot be forgotten. */
@Factory
final class PageBinders {
    @Singleton
    TypedRequestArgumentBinder<Page> anybody() {
        return new Binder<>(Page.class, PageRequest::page);
    }

    @Singleton
    TypedRequestArgumentBinder<SignedIn> signedIn() {
        return new Binder<>(SignedIn.class, request -> new SignedIn(PageRequest.signedIn(request)));
    }

    @Singleton
    TypedRequestArgumentBinder<Supervisor> supervisor() {
        return new Binder<>(Supervisor.class, PageRequest::supervisor);
    }

    @Singleton
    TypedRequestArgumentBinder<Administrator> administrator() {
        return new Binder<>(Administrator.class, PageRequest::administrator);
    }

    private record Binder<T>(Class<T> type, Function<HttpRequest<?>, T> reader)
            implements TypedRequestArgumentBinder<T> {
        @Override
        public Argument<T> argumentType() {
            return Argument.of(type);
        }

        @Override
        public BindingResult<T> bind(ArgumentConversionContext<T> context, HttpRequest<?> request) {
            T bound = reader.apply(request);
            return () -> Optional.of(bound);
        }
    }
}
