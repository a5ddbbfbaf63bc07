package tsunagi.trials.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.Set;
import tsunagi.server.console.page.Administrator;
import tsunagi.server.console.page.SignedIn;
import tsunagi.server.console.page.Supervisor;

/** Whoever asks the console for anything must be somebody, and the handler says who. */
@AnalyzeClasses(packages = "tsunagi.server", importOptions = DoNotIncludeTests.class)
final class ConsoleRightsTest {
    /** What anybody may ask for: coming in, the language, files that every page loads. */
    private static final Set<String> FOR_ANYBODY = Set.of(
            "SignInPages.form",
            "SignInPages.signIn",
            "SignInPages.signOut",
            "SignInPages.language",
            "AssetPages.asset");

    private static final Set<String> SOMEBODY =
            Set.of(Administrator.class.getName(), SignedIn.class.getName(), Supervisor.class.getName());

    @ArchTest
    static final ArchRule everyHandlerSaysWhoMayAsk = methods()
            .that(DescribedPredicate.describe("answer requests", ConsoleRightsTest::isHandler))
            .should(takeSomebody());

    private static boolean isHandler(JavaMethod method) {
        return method.isAnnotatedWith(Get.class) || method.isAnnotatedWith(Post.class);
    }

    private static ArchCondition<JavaMethod> takeSomebody() {
        return new ArchCondition<>("take whoever may ask as an argument") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                String name = method.getOwner().getSimpleName() + "." + method.getName();
                boolean isSafe = FOR_ANYBODY.contains(name)
                        || method.getRawParameterTypes().stream()
                                .map(JavaClass::getName)
                                .anyMatch(SOMEBODY::contains);
                events.add(new SimpleConditionEvent(method, isSafe, name + " is open to everybody"));
            }
        };
    }
}
