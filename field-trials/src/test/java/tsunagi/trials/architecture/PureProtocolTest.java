package tsunagi.trials.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static tsunagi.trials.architecture.Modules.HANDWRITTEN_PROTOCOL;

import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Console;
import java.io.File;
import java.io.RandomAccessFile;
import java.net.URLDecoder;
import java.net.URLEncoder;

/** The protocol's rules are pure: the same input gives the same answer on every machine, on every day. */
@AnalyzeClasses(packages = "tsunagi", importOptions = DoNotIncludeTests.class)
final class PureProtocolTest {
    @ArchTest
    static final ArchRule touchesNothingOutside = noClasses()
            .that(HANDWRITTEN_PROTOCOL)
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.sql..")
                    // These two only rewrite text.
                    .or(resideInAnyPackage("java.net..")
                            .and(not(Predicates.type(URLEncoder.class)))
                            .and(not(Predicates.type(URLDecoder.class))))
                    .or(Predicates.type(Console.class))
                    .or(Predicates.type(File.class))
                    .or(Predicates.simpleNameStartingWith("File").and(resideInAnyPackage("java.io")))
                    .or(Predicates.type(RandomAccessFile.class))
                    .or(Predicates.type(Process.class))
                    .or(Predicates.type(Thread.class)));

    @ArchTest
    static final ArchRule readsNoClock =
            noClasses().that(HANDWRITTEN_PROTOCOL).should().callCodeUnitWhere(Calls.ANY_CLOCK_OF_THE_MACHINE);

    @ArchTest
    static final ArchRule throwsNoDice =
            noClasses().that(HANDWRITTEN_PROTOCOL).should().callCodeUnitWhere(Calls.DICE_OF_THE_MACHINE);

    @ArchTest
    static final ArchRule knowsNoFramework = classes()
            .that(HANDWRITTEN_PROTOCOL)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..",
                            "com.google.protobuf..",
                            "com.google.errorprone.annotations..",
                            "com.fasterxml.uuid..")
                    .or(Predicates.resideInAPackage("tsunagi..").and(resideOutsideOfPackages("tsunagi.server.."))));
}
