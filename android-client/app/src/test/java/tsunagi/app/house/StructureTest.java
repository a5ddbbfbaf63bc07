package tsunagi.app.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import android.app.Activity;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.app.screen.Section;

/** How the app is laid out: what may know what. */
@AnalyzeClasses(packages = "tsunagi.app", importOptions = DoNotIncludeTests.class)
final class StructureTest {
    @ArchTest
    static final ArchRule onlyTheStoreKnowsHowFilesAreKept = noClasses()
            .that()
            .resideOutsideOfPackages("tsunagi.app.store..", "tsunagi.app")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("androidx.sqlite..", "net.zetetic..", "java.sql..");

    @ArchTest
    static final ArchRule theGroundKnowsNoFeature = noClasses()
            .that()
            .resideInAnyPackage(
                    "tsunagi.app.work..", "tsunagi.app.draft..", "tsunagi.app.store..", "tsunagi.app.device..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Activity.class);

    @ArchTest
    static final ArchRule sectionsAreNamedInOnePlace = noClasses()
            .that()
            .resideInAPackage("tsunagi.app.screen..")
            .and()
            .doNotBelongToAnyOf(Section.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tsunagi.app.visit..", "tsunagi.app.workshop..", "tsunagi.app.workplace..");

    @ArchTest
    static final ArchRule everyActivityIsAScreen = classes()
            .that()
            .areAssignableTo(Activity.class)
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .beAssignableTo(ScreenActivity.class);

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Clock")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now");
}
