package tsunagi.app.scan;

import android.app.Activity;
import android.content.Context;
import android.content.Intent;
import androidx.activity.result.contract.ActivityResultContract;
import java.util.Optional;

/** Has the camera read a code; nothing comes of it when the person goes back. */
public final class ScanCode extends ActivityResultContract<Wanted, Optional<String>> {
    static final String TEXT = "text";

    @Override
    public Intent createIntent(Context context, Wanted wanted) {
        return ScanActivity.to(context, wanted);
    }

    @Override
    public Optional<String> parseResult(int resultCode, Intent result) {
        return resultCode == Activity.RESULT_OK && result != null
                ? Optional.ofNullable(result.getStringExtra(TEXT))
                : Optional.empty();
    }
}
