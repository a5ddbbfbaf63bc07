package tsunagi.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import android.content.Context;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import tsunagi.app.Stage;
import tsunagi.app.settings.StaffPin.Try;

@RunWith(RobolectricTestRunner.class)
public class StaffPinTest {
    private long nowMs = 1_000_000;
    private StaffPin pin;

    @Before
    public void pin() {
        pin = new StaffPin(new AppSettings(Stage.app()), () -> nowMs);
    }

    @Test
    public void attempt_whenNoneWasChosen_isNeverRight() {
        assertThat(pin.isSet()).isFalse();
        assertThat(pin.attempt("0000")).isInstanceOf(Try.Wrong.class);
    }

    @Test
    public void attempt_whenItIsTheChosenOne_isRight() {
        pin.choose("4712");

        assertThat(pin.attempt("4713")).isInstanceOf(Try.Wrong.class);
        assertThat(pin.attempt("4712")).isInstanceOf(Try.Right.class);
        assertThat(Stage.app()
                        .getSharedPreferences("settings", Context.MODE_PRIVATE)
                        .getAll()
                        .toString())
                .doesNotContain("4712");
    }

    @Test
    public void attempt_afterFiveWrongOnes_waitsLongerEachTime() {
        pin.choose("4712");
        for (int i = 0; i < 4; i++) {
            assertThat(pin.attempt("0000")).isInstanceOf(Try.Wrong.class);
        }

        assertThat(pin.attempt("0000")).isEqualTo(new Try.Wait(30));
        assertThat(pin.attempt("4712")).isEqualTo(new Try.Wait(30));
        pin = new StaffPin(new AppSettings(Stage.app()), () -> nowMs);
        assertThat(pin.attempt("4712")).isEqualTo(new Try.Wait(30));
        nowMs += 30_000;
        assertThat(pin.attempt("0000")).isEqualTo(new Try.Wait(60));
        nowMs += 60_000;
        assertThat(pin.attempt("4712")).isInstanceOf(Try.Right.class);
        assertThat(pin.attempt("0000")).isInstanceOf(Try.Wrong.class);
    }

    @Test
    public void attempt_whenTheClockWasSetBack_waitsNoLongerThanTheLongestWait() {
        pin.choose("4712");
        for (int i = 0; i < 5; i++) {
            pin.attempt("0000");
        }
        nowMs -= 86_400_000;

        assertThat(pin.attempt("4712")).isEqualTo(new Try.Wait(600));
    }

    @Test
    public void choose_whenItIsTooShort_refuses() {
        assertThatThrownBy(() -> pin.choose("123")).isInstanceOf(IllegalArgumentException.class);
    }
}
