package tsunagi.trials.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Calls that fetch from the machine what should be handed in. */
final class Calls {
    private static final Set<String> DICE =
            Set.of(Random.class.getName(), SecureRandom.class.getName(), ThreadLocalRandom.class.getName());

    /** The time of day without a {@link Clock}. */
    static final DescribedPredicate<JavaCall<?>> WALL_TIME_WITHOUT_A_CLOCK = DescribedPredicate.describe(
            "takes the time of day without a Clock",
            call -> is(call, System.class, "currentTimeMillis") || isNowOfTheMachine(call));

    static final DescribedPredicate<JavaCall<?>> ANY_CLOCK_OF_THE_MACHINE = DescribedPredicate.describe(
            "reads the machine's clock",
            call -> WALL_TIME_WITHOUT_A_CLOCK.test(call)
                    || is(call, System.class, "nanoTime")
                    || is(call, Clock.class, "system")
                    || is(call, Clock.class, "tick"));

    static final DescribedPredicate<JavaCall<?>> DICE_OF_THE_MACHINE = DescribedPredicate.describe(
            "throws dice",
            call -> DICE.contains(call.getTargetOwner().getName())
                    || is(call, UUID.class, "randomUUID")
                    || is(call, Math.class, "random"));

    private static boolean isNowOfTheMachine(JavaCall<?> call) {
        return call.getTargetOwner().getPackageName().equals("java.time")
                && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean is(JavaCall<?> call, Class<?> owner, String methodStart) {
        return call.getTargetOwner().isEquivalentTo(owner) && call.getName().startsWith(methodStart);
    }

    private Calls() {}
}
