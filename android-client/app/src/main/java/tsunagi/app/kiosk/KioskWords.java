package tsunagi.app.kiosk;

import android.content.Context;
import android.content.res.Configuration;
import android.view.ContextThemeWrapper;
import java.util.HashMap;
import java.util.Map;
import tsunagi.app.R;

/** The words of the pages around a form, as the respondent chose to be spoken to. */
final class KioskWords {
    private final Context context;
    private final Map<Integer, Integer> easy = new HashMap<>();

    KioskWords(Context base, Speech speech) {
        ContextThemeWrapper spoken = new ContextThemeWrapper(base, R.style.Tsunagi);
        Configuration configuration = new Configuration();
        configuration.fontScale = base.getResources().getConfiguration().fontScale;
        configuration.setLocale(speech.locale());
        spoken.applyOverrideConfiguration(configuration);
        this.context = spoken;
        if (speech == Speech.EASY_JAPANESE) {
            easy.put(R.string.kiosk_begin, R.string.kiosk_begin_easy);
            easy.put(R.string.kiosk_anonymous, R.string.kiosk_anonymous_easy);
            easy.put(R.string.kiosk_coded, R.string.kiosk_coded_easy);
            easy.put(R.string.kiosk_readers, R.string.kiosk_readers_easy);
            easy.put(R.string.kiosk_consent_meaning_anonymous, R.string.kiosk_consent_meaning_anonymous_easy);
            easy.put(R.string.kiosk_readers_asked, R.string.kiosk_readers_asked_easy);
            easy.put(R.string.kiosk_free, R.string.kiosk_free_easy);
            easy.put(R.string.kiosk_code_title, R.string.kiosk_code_title_easy);
            easy.put(R.string.kiosk_code_none, R.string.kiosk_code_none_easy);
            easy.put(R.string.kiosk_code_none_meaning, R.string.kiosk_code_none_meaning_easy);
            easy.put(R.string.kiosk_code_length, R.string.kiosk_code_length_easy);
            easy.put(R.string.kiosk_code_wrong, R.string.kiosk_code_wrong_easy);
            easy.put(R.string.kiosk_next, R.string.kiosk_next_easy);
            easy.put(R.string.kiosk_back, R.string.kiosk_back_easy);
            easy.put(R.string.kiosk_go_on_title, R.string.kiosk_go_on_title_easy);
            easy.put(R.string.kiosk_go_on_meaning, R.string.kiosk_go_on_meaning_easy);
            easy.put(R.string.kiosk_go_on, R.string.kiosk_go_on_easy);
            easy.put(R.string.kiosk_not_mine, R.string.kiosk_not_mine_easy);
            easy.put(R.string.kiosk_twice_title, R.string.kiosk_twice_title_easy);
            easy.put(R.string.kiosk_twice_meaning, R.string.kiosk_twice_meaning_easy);
            easy.put(R.string.kiosk_twice, R.string.kiosk_twice_easy);
            easy.put(R.string.kiosk_consent_title, R.string.kiosk_consent_title_easy);
            easy.put(R.string.kiosk_consent_meaning, R.string.kiosk_consent_meaning_easy);
            easy.put(R.string.kiosk_consent_totals, R.string.kiosk_consent_totals_easy);
            easy.put(R.string.kiosk_consent_own_sheet, R.string.kiosk_consent_own_sheet_easy);
            easy.put(R.string.kiosk_consent_manager, R.string.kiosk_consent_manager_easy);
            easy.put(R.string.kiosk_consent_research, R.string.kiosk_consent_research_easy);
            easy.put(R.string.kiosk_consent_body, R.string.kiosk_consent_body_easy);
            easy.put(R.string.kiosk_there_title, R.string.kiosk_there_title_easy);
            easy.put(R.string.kiosk_there_coded, R.string.kiosk_there_coded_easy);
            easy.put(R.string.kiosk_there_anonymous, R.string.kiosk_there_anonymous_easy);
            easy.put(R.string.kiosk_there_yes, R.string.kiosk_there_yes_easy);
            easy.put(R.string.kiosk_stop, R.string.kiosk_stop_easy);
            easy.put(R.string.kiosk_thanks_title, R.string.kiosk_thanks_title_easy);
            easy.put(R.string.kiosk_thanks_talk, R.string.kiosk_thanks_talk_easy);
            easy.put(R.string.kiosk_thanks_nurse, R.string.kiosk_thanks_nurse_easy);
            easy.put(R.string.kiosk_thanks_close, R.string.kiosk_thanks_close_easy);
        }
    }

    /** What views that speak so are made with. */
    Context context() {
        return context;
    }

    String say(int text, Object... with) {
        return context.getString(easy.getOrDefault(text, text), with);
    }
}
