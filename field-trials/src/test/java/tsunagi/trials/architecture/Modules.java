package tsunagi.trials.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** The modules as their packages show them; what belongs to none of those named here is the protocol's. */
final class Modules {
    static final String SERVER = "tsunagi.server..";
    static final String ENGINE = "tsunagi.engine..";
    static final String TRIALS = "tsunagi.trials..";
    static final String QUESTIONNAIRES = "tsunagi.questionnaires..";
    static final String XLSFORM = "tsunagi.xlsform..";

    /** All but the protocol. */
    static final String[] ABOVE_PROTOCOL = {SERVER, ENGINE, TRIALS, QUESTIONNAIRES, XLSFORM};

    private static final String[] GENERATED_PACKAGES = {"tsunagi.sync.v1", "tsunagi.records.v1"};

    static final DescribedPredicate<JavaClass> HANDWRITTEN =
            not(resideInAnyPackage(GENERATED_PACKAGES)).as("are handwritten");

    static final DescribedPredicate<JavaClass> HANDWRITTEN_PROTOCOL =
            HANDWRITTEN.and(not(resideInAnyPackage(ABOVE_PROTOCOL))).as("are handwritten in sync-protocol");

    private Modules() {}
}
