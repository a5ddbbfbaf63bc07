package tsunagi.app.questionnaire;

import android.content.Context;
import android.content.res.Configuration;
import android.view.ContextThemeWrapper;
import java.util.Locale;
import java.util.Optional;
import tsunagi.app.R;

/** The language of the sheet and the size of its type, for all that is drawn around the questions. */
final class FillContext {
    /** What somebody reads who stands, without their glasses. */
    private static final float LARGE = 1.25f;

    private FillContext() {}

    static Context of(Context screen, Optional<FormLanguage> language, boolean isLarge) {
        Configuration configuration = new Configuration(screen.getResources().getConfiguration());
        Optional<Locale> locale = language.flatMap(FormLanguage::locale);
        if (locale.isPresent()) {
            configuration.setLocale(locale.get());
        }
        if (isLarge) {
            configuration.fontScale *= LARGE;
        }
        ContextThemeWrapper context = new ContextThemeWrapper(screen, R.style.Tsunagi);
        context.applyOverrideConfiguration(configuration);
        return context;
    }
}
