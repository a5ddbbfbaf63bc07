package tsunagi.app.house;

import android.app.Activity;
import android.content.Intent;
import java.util.function.Consumer;
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

/** The screens of a day at the brewery, opened one after the other. */
final class ScreensOfADay {
    private final Consumer<Activity> look;

    private ScreensOfADay(Consumer<Activity> look) {
        this.look = look;
    }

    /** Opens each on a tablet that holds nothing yet, and has somebody look at it. */
    static void each(Consumer<Activity> look) {
        Brewery brewery = Brewery.onTablet();
        RecordKey workplace = brewery.workplace();
        RecordKey workshop = brewery.workshop(workplace, "2024-07-26");
        brewery.workers(workplace, 5);
        ScreensOfADay screens = new ScreensOfADay(look);
        screens.open(TodayActivity.class);
        screens.open(WorkplacesActivity.class);
        screens.open(WorkshopsActivity.class);
        screens.open(QuestionnairesActivity.class);
        screens.open(SettingsActivity.class);
        screens.open(OutboxActivity.class);
        screens.open(WorkplaceActivity.class, WorkplaceActivity.to(Stage.app(), workplace));
        screens.open(WorkplaceEditActivity.class, WorkplaceEditActivity.to(Stage.app(), workplace));
        screens.open(ContactEditActivity.class, ContactEditActivity.toNew(Stage.app(), workplace));
        screens.open(DispatchActivity.class, DispatchActivity.to(Stage.app(), workshop));
        screens.open(VisitActivity.class, VisitActivity.to(Stage.app(), workplace));
        screens.open(WorkshopActivity.class, WorkshopActivity.to(Stage.app(), workshop));
    }

    private <A extends Activity> void open(Class<A> screen) {
        open(screen, new Intent(Stage.app(), screen));
    }

    private <A extends Activity> void open(Class<A> screen, Intent intent) {
        look.accept(Stage.open(screen, intent).get());
    }
}
