package tsunagi.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tsunagi.server.intake.ClockOffset.Corrected;
import tsunagi.sync.v1.ClockReading;

class ClockOffsetTest {
    private static final long NOW = 1_000_000_000;
    private static final long MINUTE = 60_000;

    @Test
    void correct_whenItIsTheSameBoot_trustsTheClockThatOnlyRunsForward() {
        ClockOffset offset = new ClockOffset(NOW, reading(NOW, 90_000, "boot"));

        // The wall clock was set forward by a day between the change and the hello.
        Corrected corrected = offset.correct(reading(NOW - 24 * 60 * MINUTE, 60_000, "boot"), NOW);

        assertThat(corrected).isEqualTo(new Corrected(NOW - 30_000, true));
    }

    @Test
    void correct_whenItIsAnotherBoot_shiftsTheWallClock() {
        ClockOffset offset = new ClockOffset(NOW, reading(NOW - 10 * MINUTE, 5, "second"));

        Corrected corrected = offset.correct(reading(NOW - 70 * MINUTE, 80_000, "first"), NOW);

        assertThat(corrected).isEqualTo(new Corrected(NOW - 60 * MINUTE, true));
    }

    @Test
    void correct_whenTheClockIsOffByLittle_doesNotCallItWrong() {
        ClockOffset offset = new ClockOffset(NOW, reading(NOW - 5 * MINUTE, 5, "second"));

        assertThat(offset.correct(reading(NOW - 65 * MINUTE, 5, "first"), NOW).clockWasWrong())
                .isFalse();
    }

    @Test
    void correct_whenNoBootIsNamed_doesNotTakeItForTheSame() {
        ClockOffset offset =
                new ClockOffset(NOW, ClockReading.newBuilder().setWallMs(NOW).build());

        assertThat(offset.correct(ClockReading.newBuilder().setWallMs(NOW - 7).build(), NOW))
                .isEqualTo(new Corrected(NOW - 7, false));
    }

    @Test
    void correct_whenItWouldLieInTheFuture_isNow() {
        ClockOffset offset = new ClockOffset(NOW, reading(NOW, 5, "second"));

        // 2090, and then somebody set the clock right.
        Corrected corrected = offset.correct(reading(NOW + 64L * 365 * 24 * 60 * MINUTE, 5, "first"), NOW);

        assertThat(corrected.atMs()).isEqualTo(NOW);
    }

    private static ClockReading reading(long wallMs, long monotonicMs, String boot) {
        return ClockReading.newBuilder()
                .setWallMs(wallMs)
                .setMonotonicMs(monotonicMs)
                .setBootId(boot)
                .build();
    }
}
