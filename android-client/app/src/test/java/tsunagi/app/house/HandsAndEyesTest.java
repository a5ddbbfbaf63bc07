package tsunagi.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Activity;
import android.content.Intent;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import tsunagi.app.Stage;
import tsunagi.app.dispatch.DispatchActivity;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.outbox.OutboxActivity;
import tsunagi.app.questionnaire.QuestionnairesActivity;
import tsunagi.app.settings.SettingsActivity;
import tsunagi.app.today.TodayActivity;
import tsunagi.app.visit.VisitActivity;
import tsunagi.app.workplace.ContactEditActivity;
import tsunagi.app.workplace.WorkplaceActivity;
import tsunagi.app.workplace.WorkplaceEditActivity;
import tsunagi.app.workplace.WorkplacesActivity;
import tsunagi.app.workshop.WorkshopActivity;
import tsunagi.app.workshop.WorkshopsActivity;
import tsunagi.record.RecordKey;

/** Whatever can be tapped is large enough for a finger, and says to TalkBack what it is. */
@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class HandsAndEyesTest {
    /** What mdpi makes of 48 dp. */
    private static final int TOUCH_PIXELS = 48;

    private final List<String> wanting = new ArrayList<>();
    private RecordKey workplace;
    private RecordKey workshop;

    @Before
    public void aDayAtTheBrewery() {
        Brewery brewery = Brewery.onTablet();
        workplace = brewery.workplace();
        workshop = brewery.workshop(workplace, "2024-07-26");
        brewery.workers(workplace, 5);
    }

    @Test
    public void everyScreen_whenSomethingCanBeTapped_isLargeEnoughAndHasAName() {
        look(TodayActivity.class);
        look(WorkplacesActivity.class);
        look(WorkshopsActivity.class);
        look(QuestionnairesActivity.class);
        look(SettingsActivity.class);
        look(OutboxActivity.class);
        look(WorkplaceActivity.class, WorkplaceActivity.to(Stage.app(), workplace));
        look(WorkplaceEditActivity.class, WorkplaceEditActivity.to(Stage.app(), workplace));
        look(ContactEditActivity.class, ContactEditActivity.toNew(Stage.app(), workplace));
        look(DispatchActivity.class, DispatchActivity.to(Stage.app(), workshop));
        look(VisitActivity.class, VisitActivity.to(Stage.app(), workplace));
        look(WorkshopActivity.class, WorkshopActivity.to(Stage.app(), workshop));

        assertThat(wanting).isEmpty();
    }

    private <A extends Activity> void look(Class<A> screen) {
        look(screen, new Intent(Stage.app(), screen));
    }

    private <A extends Activity> void look(Class<A> screen, Intent intent) {
        Activity activity = Stage.open(screen, intent).get();
        look(screen.getSimpleName(), activity.findViewById(android.R.id.content));
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
