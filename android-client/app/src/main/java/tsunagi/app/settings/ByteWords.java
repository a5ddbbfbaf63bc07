package tsunagi.app.settings;

import android.content.Context;
import android.text.format.Formatter;

/** How much room something takes, for people. */
public final class ByteWords {
    private ByteWords() {}

    /** Such as 1.4 MB. */
    public static String of(Context context, long bytes) {
        return Formatter.formatShortFileSize(context, bytes);
    }
}
