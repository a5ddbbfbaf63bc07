package tsunagi.app.enrolment;

import android.app.Activity;
import android.content.Context;
import android.content.Intent;
import androidx.activity.result.contract.ActivityResultContract;
import java.util.Optional;
import tsunagi.enrolment.Invitation;

/** Has the camera read an invitation. */
final class ScanCode extends ActivityResultContract<Void, Optional<Invitation>> {
    static final String TEXT = "text";

    @Override
    public Intent createIntent(Context context, Void none) {
        return new Intent(context, ScanActivity.class);
    }

    @Override
    public Optional<Invitation> parseResult(int resultCode, Intent result) {
        String text = resultCode == Activity.RESULT_OK && result != null ? result.getStringExtra(TEXT) : null;
        return text == null ? Optional.empty() : Invitation.parse(text);
    }
}
