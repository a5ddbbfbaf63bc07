package tsunagi.app.enrolment;

import android.app.Activity;
import android.content.Context;
import android.content.Intent;
import tsunagi.app.Parts;
import tsunagi.app.today.TodayActivity;
import tsunagi.app.user.UserActivity;

/** What has to happen before somebody can work on this tablet. */
public enum FirstSteps {
    /** It has to become known to a server and fetch its team, or to do so anew. */
    ENROL(EnrolmentActivity.class),
    /** Somebody has to say who holds it. */
    CHOOSE_USER(UserActivity.class),
    /** Nothing. */
    WORK(TodayActivity.class);

    private final Class<? extends Activity> screen;

    FirstSteps(Class<? extends Activity> screen) {
        this.screen = screen;
    }

    /** The first that is not done yet; not on the main thread. */
    public static FirstSteps next(Parts parts) {
        if (parts.users().all().isEmpty()) {
            return ENROL;
        }
        return parts.users().current().isPresent() ? WORK : CHOOSE_USER;
    }

    /** Opens the screen where it happens. */
    public Intent intent(Context context) {
        return new Intent(context, screen);
    }
}
