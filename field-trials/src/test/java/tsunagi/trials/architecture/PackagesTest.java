package tsunagi.trials.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static tsunagi.trials.architecture.Modules.HANDWRITTEN;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** How packages are cut: by feature, never by layer, and never in a circle. */
@AnalyzeClasses(packages = "tsunagi", importOptions = DoNotIncludeTests.class)
final class PackagesTest {
    @ArchTest
    static final ArchRule packagesAreFeatures = noClasses()
            .should()
            .resideInAnyPackage(
                    "..common..",
                    "..controller..",
                    "..controllers..",
                    "..dao..",
                    "..dto..",
                    "..entity..",
                    "..helper..",
                    "..helpers..",
                    "..impl..",
                    "..manager..",
                    "..misc..",
                    "..repositories..",
                    "..repository..",
                    "..service..",
                    "..services..",
                    "..shared..",
                    "..util..",
                    "..utils..")
            .because("a package is a feature; a reader looks for what the thing is about, not for what layer it is in");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .that(HANDWRITTEN)
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .because("implementations are named by how they differ, and the rest by what they are");

    @ArchTest
    static final ArchRule packagesStandInNoCircle =
            slices().matching("tsunagi.(**)").should().beFreeOfCycles();
}
