package tsunagi.trials.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short form of {@code trial simulate}; the long form is that command with more seeds. */
class SimulationTest {
    private static final int SEEDS = Integer.getInteger("tsunagi.simulation.seeds", 200);
    private static final int SEEDS_TO_FIND_A_BUG = 100;
    private static final int TABLETS = 3;
    private static final int STEPS = 200;
    private static final int LONG_SEEDS = 20;
    private static final int LONG_TABLETS = 5;
    private static final int LONG_STEPS = 800;

    private static Path scratch;
    private static Simulation simulation;

    @BeforeAll
    static void makeScratch() {
        scratch = Scratch.make();
        simulation = new Simulation(scratch);
    }

    @AfterAll
    static void deleteScratch() {
        Scratch.delete(scratch);
    }

    @Test
    void run_ofManySeeds_comesTogetherWithNothingLostOrDoubled() {
        assertThat(unsound(LongStream.rangeClosed(1, SEEDS), TABLETS, STEPS)).isEmpty();
    }

    /** Some faults take a copy, two restores and a merge on top of one another: that needs time and tablets. */
    @Test
    void run_ofALongTime_comesTogetherWithNothingLostOrDoubled() {
        assertThat(unsound(LongStream.rangeClosed(1, LONG_SEEDS), LONG_TABLETS, LONG_STEPS))
                .isEmpty();
    }

    private static List<String> unsound(LongStream seeds, int tablets, int steps) {
        List<String> unsound = new ArrayList<>();
        seeds.forEach(seed -> {
            RunReport report = simulation.run(seed, tablets, steps, Optional.empty());
            if (!report.isSound()) {
                unsound.add("trial simulate --seed " + seed + " --tablets " + tablets + " --steps " + steps + ": "
                        + report.findings());
            }
        });
        return unsound;
    }

    @Test
    void run_ofOneSeed_isTheSameEveryTime() {
        RunReport once = simulation.run(7, TABLETS, STEPS, Optional.empty());

        assertThat(simulation.run(7, TABLETS, STEPS, Optional.empty())).isEqualTo(once);
        assertThat(once.saved()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(PlantedBug.class)
    void run_withABugPlanted_noticesIt(PlantedBug bug) {
        boolean isNoticed = LongStream.rangeClosed(1, SEEDS_TO_FIND_A_BUG).anyMatch(seed -> !isSoundWith(seed, bug));

        assertThat(isNoticed).as("%s within %d seeds", bug, SEEDS_TO_FIND_A_BUG).isTrue();
    }

    private static boolean isSoundWith(long seed, PlantedBug bug) {
        try {
            return simulation.run(seed, TABLETS, STEPS, Optional.of(bug)).isSound();
        } catch (IllegalStateException e) {
            // A server or tablet that gives up because of the bug has noticed it too.
            return false;
        }
    }
}
