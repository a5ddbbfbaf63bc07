package tsunagi.app.day;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Activity;
import android.content.Intent;
import com.google.protobuf.Message;
import java.util.UUID;
import org.robolectric.Shadows;
import tsunagi.app.Parts;
import tsunagi.app.Stage;
import tsunagi.app.server.EnrolledTablet;
import tsunagi.app.server.TestServer;
import tsunagi.app.sync.SyncOutcome;
import tsunagi.app.user.User;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;

/** The tablet that lies in one's hands on the day: one of several, switched with {@link #take}. */
final class DayTablet {
    private DayTablet() {}

    /** Takes a tablet for the first time: it is enrolled, synchronized and handed to somebody. */
    static void begin(String name, TestServer server, String holder) {
        take(name);
        EnrolledTablet.of(server, server.address(), name, holder);
    }

    static void take(String name) {
        Stage.app().take(name);
    }

    static Parts parts() {
        return Stage.parts();
    }

    static Tablet tablet() {
        return parts().tablet();
    }

    static User user(String name) {
        return EnrolledTablet.here().user(name);
    }

    static UUID team() {
        return user(TestServer.NURSE).teamId();
    }

    static RecordKey save(Message contents) {
        Draft draft = tablet().create(team(), contents);
        tablet().save(draft, user(TestServer.NURSE).personId());
        return draft.key();
    }

    static void sync() {
        assertThat(EnrolledTablet.here().sync()).isEqualTo(SyncOutcome.UP_TO_DATE);
    }

    /** The screen that was opened from this one. */
    static <A extends Activity> A opened(Activity from, Class<A> screen) {
        Intent next = Shadows.shadowOf(from).getNextStartedActivity();
        if (next == null || !screen.getName().equals(next.getComponent().getClassName())) {
            throw new AssertionError("expected " + screen.getSimpleName() + ", got " + next);
        }
        return Stage.open(screen, next).get();
    }
}
