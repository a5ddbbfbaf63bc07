package tsunagi.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;

/** Whatever can be tapped is large enough for a finger, and says to TalkBack what it is. */
@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class HandsAndEyesTest {
    /** What mdpi makes of 48 dp. */
    private static final int TOUCH_PIXELS = 48;

    private final List<String> wanting = new ArrayList<>();

    @Test
    public void everyScreen_whenSomethingCanBeTapped_isLargeEnoughAndHasAName() {
        ScreensOfADay.each(
                screen -> look(screen.getClass().getSimpleName(), screen.<View>findViewById(android.R.id.content)));

        assertThat(wanting).isEmpty();
    }

    private void look(String screen, View view) {
        if (view.isClickable() && view.isShown() && view.isEnabled()) {
            require(screen, view);
        }
        if (view instanceof ViewGroup group) {
            for (int i = 0; i < group.getChildCount(); i++) {
                look(screen, group.getChildAt(i));
            }
        }
    }

    private void require(String screen, View view) {
        boolean isDelegated = view.getParent() instanceof View parent && parent.getTouchDelegate() != null;
        if (!isDelegated && (view.getWidth() < TOUCH_PIXELS || view.getHeight() < TOUCH_PIXELS)) {
            wanting.add(screen + ": too small, " + view.getWidth() + "x" + view.getHeight() + ": " + view);
        }
        if (!(view instanceof TextView) && !(view instanceof ViewGroup) && isNameless(view)) {
            wanting.add(screen + ": TalkBack has no name for " + view);
        }
    }

    private static boolean isNameless(View view) {
        return view.getContentDescription() == null
                || view.getContentDescription().length() == 0;
    }
}
