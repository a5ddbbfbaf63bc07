package tsunagi.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import android.graphics.Rect;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.appcompat.widget.Toolbar;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import tsunagi.app.R;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.settings.SettingsActivity;
import tsunagi.app.today.TodayActivity;
import tsunagi.app.visit.VisitActivity;

/** Who has a screen read aloud hears it in the order in which it is read, finds its headings, and is told what changes. */
@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class ReadAloudTest {
    private final List<String> wanting = new ArrayList<>();

    @Test
    public void everyScreen_whenReadAloud_isReadFromItsTopToItsEnd() {
        ScreensOfADay.each(screen ->
                look(screen.getClass().getSimpleName(), screen.getWindow().getDecorView()));

        assertThat(wanting).isEmpty();
    }

    @Test
    public void parts_whenReadAloud_canBeGoneToByTheirHeadings() {
        ScreensOfADay.each(screen -> {
            if (screen instanceof VisitActivity || screen instanceof SettingsActivity) {
                assertThat(headings(screen.findViewById(android.R.id.content))).hasSizeGreaterThan(1);
            }
        });
    }

    @Test
    public void syncLine_whenItChanges_isSaidWithoutInterrupting() {
        Brewery.onTablet();
        View line = Stage.open(TodayActivity.class).get().findViewById(R.id.sync_line);
        assertThat(line.getAccessibilityLiveRegion()).isEqualTo(View.ACCESSIBILITY_LIVE_REGION_POLITE);
    }

    private void look(String screen, View view) {
        if (view.getAccessibilityTraversalAfter() != View.NO_ID
                || view.getAccessibilityTraversalBefore() != View.NO_ID) {
            wanting.add(screen + ": has an order of its own: " + view);
        }
        if (view instanceof ViewGroup group) {
            // TalkBack and keys both take what a toolbar holds by where it stands.
            View before = null;
            for (int i = 0; i < group.getChildCount(); i++) {
                View child = group.getChildAt(i);
                if (child.isShown() && child.getHeight() > 0) {
                    if (before != null && !(group instanceof Toolbar) && isRead(child, before)) {
                        wanting.add(screen + ": " + child + " stands before " + before);
                    }
                    before = child;
                    look(screen, child);
                }
            }
        }
    }

    /** Whether eyes come to one of these first: it is higher, or as high and further left. */
    private static boolean isRead(View first, View second) {
        Rect one = place(first);
        Rect two = place(second);
        boolean isHigher = one.bottom <= two.top;
        boolean isBeside = one.top < two.bottom && two.top < one.bottom;
        return isHigher || (isBeside && one.right <= two.left);
    }

    private static Rect place(View view) {
        return new Rect(view.getLeft(), view.getTop(), view.getRight(), view.getBottom());
    }

    private static List<String> headings(View view) {
        List<String> found = new ArrayList<>();
        if (view instanceof TextView text && text.isShown() && text.isAccessibilityHeading()) {
            found.add(text.getText().toString());
        }
        if (view instanceof ViewGroup group) {
            for (int i = 0; i < group.getChildCount(); i++) {
                found.addAll(headings(group.getChildAt(i)));
            }
        }
        return found;
    }
}
