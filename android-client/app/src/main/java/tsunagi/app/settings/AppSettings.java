package tsunagi.app.settings;

import android.content.Context;
import android.content.SharedPreferences;
import androidx.appcompat.app.AppCompatDelegate;
import androidx.core.os.LocaleListCompat;
import java.util.Optional;

/** How this tablet is set; nothing here is about anybody's health, and losing it loses no record. */
public final class AppSettings {
    private static final String CURRENT_USER = "current_user";
    private static final String LANGUAGE = "language";

    private final SharedPreferences kept;

    public AppSettings(Context context) {
        this.kept = context.getSharedPreferences("settings", Context.MODE_PRIVATE);
    }

    /** Makes the app look as it is set to. */
    public void apply() {
        String language = kept.getString(LANGUAGE, "");
        AppCompatDelegate.setApplicationLocales(LocaleListCompat.forLanguageTags(language));
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(kept.getString(key, null));
    }

    void text(String key, String value) {
        kept.edit().putString(key, value).apply();
    }

    public Optional<String> currentUser() {
        return text(CURRENT_USER);
    }

    public void currentUser(String key) {
        text(CURRENT_USER, key);
    }

    /** A language tag such as ja; empty when the tablet's own holds. */
    public Optional<String> language() {
        return text(LANGUAGE).filter(tag -> !tag.isEmpty());
    }

    public void language(String tag) {
        text(LANGUAGE, tag);
        apply();
    }
}
