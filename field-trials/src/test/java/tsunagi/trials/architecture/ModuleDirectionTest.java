package tsunagi.trials.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static tsunagi.trials.architecture.Modules.ABOVE_PROTOCOL;
import static tsunagi.trials.architecture.Modules.ENGINE;
import static tsunagi.trials.architecture.Modules.QUESTIONNAIRES;
import static tsunagi.trials.architecture.Modules.SERVER;
import static tsunagi.trials.architecture.Modules.TRIALS;
import static tsunagi.trials.architecture.Modules.XLSFORM;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which module may know which. */
@AnalyzeClasses(packages = "tsunagi", importOptions = DoNotIncludeTests.class)
final class ModuleDirectionTest {
    @ArchTest
    static final ArchRule serverKnowsNoClient = noClasses()
            .that()
            .resideInAPackage(SERVER)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ENGINE);

    @ArchTest
    static final ArchRule clientKnowsNoServer = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SERVER);

    @ArchTest
    static final ArchRule nobodyKnowsTheTrials = noClasses()
            .that()
            .resideOutsideOfPackage(TRIALS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(TRIALS);

    @ArchTest
    static final ArchRule protocolKnowsNobody = noClasses()
            .that()
            .resideOutsideOfPackages(ABOVE_PROTOCOL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ABOVE_PROTOCOL);

    @ArchTest
    static final ArchRule questionnairesKnowOnlyTheProtocol = noClasses()
            .that()
            .resideInAPackage(QUESTIONNAIRES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVER, ENGINE, TRIALS, XLSFORM);

    @ArchTest
    static final ArchRule theCompilerKnowsOnlyQuestionnaires = noClasses()
            .that()
            .resideInAPackage(XLSFORM)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVER, ENGINE, TRIALS);

    @ArchTest
    static final ArchRule tabletsCarryNoCompiler = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(XLSFORM);
}
