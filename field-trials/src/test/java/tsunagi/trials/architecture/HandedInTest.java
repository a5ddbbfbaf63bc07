package tsunagi.trials.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static tsunagi.trials.architecture.Modules.HANDWRITTEN;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What an object needs is handed in when it is made, so that a test or the simulation can hand in its own. */
@AnalyzeClasses(packages = "tsunagi", importOptions = DoNotIncludeTests.class)
final class HandedInTest {
    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("io.micronaut.context.annotation.Value")
            .orShould()
            .beAnnotatedWith("io.micronaut.context.annotation.Property");

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .that(HANDWRITTEN)
            .and()
            .haveSimpleNameNotEndingWith("Clock")
            .should()
            .callCodeUnitWhere(Calls.WALL_TIME_WITHOUT_A_CLOCK);
}
