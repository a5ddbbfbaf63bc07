package tsunagi.app.settings;

import android.content.Context;
import android.content.SharedPreferences;
import androidx.appcompat.app.AppCompatDelegate;
import androidx.core.os.LocaleListCompat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import tsunagi.app.sync.SyncOutcome;

/** How this tablet is set; nothing here is about anybody's health, and losing it loses no record. */
public final class AppSettings {
    private static final String CURRENT_USER = "current_user";
    private static final String LANGUAGE = "language";
    private static final String TYPE_PERCENT = "type_percent";
    private static final String PHOTOS_OVER_MOBILE_DATA = "photos_over_mobile_data";
    private static final String LAST_SYNC = "last_sync";
    private static final int PERCENT = 100;
    private static final String CONSULTATION_PHONE = "consultation_phone_";
    private static final String CONSULTATION_HOURS = "consultation_hours_";
    private static final String TABLET_NUMBER = "tablet_number";

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

    /** The number of this tablet in its team, from 1, as the supervisor gave it out; empty when nobody said it. */
    public OptionalInt tabletNumber() {
        Optional<String> number = text(TABLET_NUMBER);
        return number.isPresent() ? OptionalInt.of(Integer.parseInt(number.get())) : OptionalInt.empty();
    }

    public void tabletNumber(int number) {
        text(TABLET_NUMBER, Integer.toString(number));
    }

    /** What respondents of a team were last told to call; empty when nobody said it on this tablet. */
    public Optional<String> consultationPhone(UUID teamId) {
        return text(CONSULTATION_PHONE + teamId);
    }

    /** When they can be called there. */
    public Optional<String> consultationHours(UUID teamId) {
        return text(CONSULTATION_HOURS + teamId);
    }

    /** Remembers whom respondents of a team are told to call. */
    public void consultation(UUID teamId, String phone, String hours) {
        text(CONSULTATION_PHONE + teamId, phone);
        text(CONSULTATION_HOURS + teamId, hours);
    }

    /** A language tag such as ja; empty when the tablet's own holds. */
    public Optional<String> language() {
        return text(LANGUAGE).filter(tag -> !tag.isEmpty());
    }

    public void language(String tag) {
        text(LANGUAGE, tag);
        apply();
    }

    /** How large type is, beside what the tablet itself is set to; 100 is as large as that. */
    public int typePercent() {
        return text(TYPE_PERCENT).map(Integer::parseInt).orElse(PERCENT);
    }

    public void typePercent(int percent) {
        text(TYPE_PERCENT, Integer.toString(percent));
    }

    /** Photos go over any network unless somebody said that they wait for one that costs nothing by the byte. */
    public boolean sendsPhotosOverMobileData() {
        return text(PHOTOS_OVER_MOBILE_DATA).map(Boolean::parseBoolean).orElse(true);
    }

    public void sendsPhotosOverMobileData(boolean sends) {
        text(PHOTOS_OVER_MOBILE_DATA, Boolean.toString(sends));
    }

    /** What came of the last synchronization. */
    public SyncOutcome lastSync() {
        String kept = text(LAST_SYNC).orElse("");
        for (SyncOutcome outcome : SyncOutcome.values()) {
            if (outcome.name().equals(kept)) {
                return outcome;
            }
        }
        return SyncOutcome.NOT_YET;
    }

    public void lastSync(SyncOutcome outcome) {
        text(LAST_SYNC, outcome.name());
    }
}
