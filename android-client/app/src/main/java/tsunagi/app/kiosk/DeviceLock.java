package tsunagi.app.kiosk;

import android.app.Activity;
import android.app.KeyguardManager;
import android.content.ActivityNotFoundException;
import android.content.Intent;
import android.util.Log;
import androidx.activity.ComponentActivity;
import androidx.activity.result.ActivityResult;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts;

/** The tablet's own screen lock, which Android asks for: whoever can open it is one of its staff. */
final class DeviceLock {
    private static final String LOG_TAG = "tsunagi";

    private final ComponentActivity screen;
    private final ActivityResultLauncher<Intent> asking;
    private final Runnable onOpened;

    /** The lock as a screen asks for it that is being created. */
    DeviceLock(ComponentActivity screen, Runnable onOpened) {
        this.screen = screen;
        this.onOpened = onOpened;
        this.asking =
                screen.registerForActivityResult(new ActivityResultContracts.StartActivityForResult(), this::asked);
    }

    /** Whether the tablet has one that only those can open who know or are something. */
    static boolean isSet(Activity screen) {
        return screen.getSystemService(KeyguardManager.class).isDeviceSecure();
    }

    /** Has Android ask for it; false when it cannot. */
    boolean ask(String title, String meaning) {
        Intent intent = question(title, meaning);
        if (intent == null) {
            return false;
        }
        try {
            asking.launch(intent);
            return true;
        } catch (ActivityNotFoundException | SecurityException e) {
            Log.w(LOG_TAG, "this tablet does not ask for its screen lock", e);
            return false;
        }
    }

    // What came in its place begins with Android 11, and asks for fingers before it asks for what one knows.
    @SuppressWarnings("deprecation")
    private Intent question(String title, String meaning) {
        return screen.getSystemService(KeyguardManager.class).createConfirmDeviceCredentialIntent(title, meaning);
    }

    private void asked(ActivityResult result) {
        if (result.getResultCode() == Activity.RESULT_OK) {
            onOpened.run();
        }
    }
}
