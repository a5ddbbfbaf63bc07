package tsunagi.server.storage;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Runs a class once on each engine. */
final class EveryEngine implements ClassTemplateInvocationContextProvider {
    private static final Namespace STORAGES = Namespace.create(EveryEngine.class);

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<? extends ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
            ExtensionContext context) {
        return Optional.ofNullable(System.getProperty("tsunagi.storage.url"))
                .map(url -> Stream.of(new Engine("at the URL", () -> new PostgresTestStorage(url))))
                .orElseGet(() -> Stream.of(
                        new Engine("SQLite", SqliteTestStorage::new),
                        new Engine("PostgreSQL", () -> new PostgresTestStorage(EmbeddedServer.url()))));
    }

    /** One engine, and how a test gets an empty place on it. */
    private record Engine(String name, Supplier<TestStorage> storages)
            implements ClassTemplateInvocationContext, ParameterResolver {
        @Override
        public String getDisplayName(int invocationIndex) {
            return name;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestStorage.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            // One a test; the context closes it once all that was opened on it is closed.
            return context.getStore(STORAGES).getOrComputeIfAbsent(TestStorage.class, type -> storages.get());
        }
    }
}
