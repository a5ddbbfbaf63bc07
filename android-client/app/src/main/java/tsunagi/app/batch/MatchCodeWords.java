package tsunagi.app.batch;

import android.content.Context;
import tsunagi.app.R;
import tsunagi.matchcode.CodeReading;
import tsunagi.matchcode.MatchCode;

/** How a code is said above a sheet. */
final class MatchCodeWords {
    private MatchCodeWords() {}

    static String of(Context context, String code) {
        if (code.isEmpty()) {
            return "";
        }
        String printed = MatchCode.read(code) instanceof CodeReading.Fits fits
                ? fits.code().printed()
                : code;
        return context.getString(R.string.batch_sheet_code, printed);
    }
}
