package tsunagi.app.kiosk;

import android.view.ViewGroup;
import com.google.android.material.button.MaterialButton;
import java.util.function.Consumer;
import tsunagi.app.R;
import tsunagi.records.v1.Round;

/** The pages before and after the form, each as the step of the sitting wants it. */
final class Leaves {
    private final KioskPage page;
    private final KioskWords words;
    private final ViewGroup into;

    Leaves(KioskPage page, KioskWords words, ViewGroup into) {
        this.page = page;
        this.words = words;
        this.into = into;
    }

    void blank(Runnable onTouch) {
        Leaf leaf = new Leaf(words, into).headline(words.say(R.string.kiosk_blank));
        leaf.page().findViewById(R.id.kiosk_leaf).setOnClickListener(view -> onTouch.run());
        ViewGroup whole = (ViewGroup) leaf.page();
        whole.getChildAt(0).setOnClickListener(view -> onTouch.run());
        leaf.page().setId(R.id.kiosk_blank);
        leaf.button(R.id.kiosk_touch, R.string.kiosk_begin, onTouch);
    }

    void welcome(String language, Consumer<String> onLanguage, Runnable onBegin) {
        Leaf leaf = new Leaf(words, into).headline(page.title()).languages(page.languages(), language, onLanguage);
        if (!page.form().isPresent()) {
            leaf.point(R.drawable.ic_warning, words.say(R.string.kiosk_no_form));
            return;
        }
        leaf.point(R.drawable.ic_check, words.say(page.isCoded() ? R.string.kiosk_coded : R.string.kiosk_anonymous))
                .point(R.drawable.ic_check, words.say(readers(), page.teamName()))
                .point(R.drawable.ic_check, words.say(R.string.kiosk_free))
                .button(R.id.kiosk_begin, R.string.kiosk_begin, onBegin);
    }

    /** Where people may agree that the company is told something, nobody says that it never is. */
    private int readers() {
        return page.round().getConsentScopesList().contains("manager")
                ? R.string.kiosk_readers_asked
                : R.string.kiosk_readers;
    }

    void goOn(Runnable onMine, Runnable onOther) {
        Leaf leaf = new Leaf(words, into)
                .headline(words.say(R.string.kiosk_go_on_title))
                .text(words.say(R.string.kiosk_go_on_meaning));
        leaf.button(R.id.kiosk_go_on, R.string.kiosk_go_on, onMine);
        leaf.other(R.id.kiosk_not_mine, R.string.kiosk_not_mine, onOther);
    }

    void answeredBefore(Runnable onMine, Runnable onOther) {
        Leaf leaf = new Leaf(words, into)
                .headline(words.say(R.string.kiosk_twice_title))
                .text(words.say(R.string.kiosk_twice_meaning));
        leaf.button(R.id.kiosk_not_mine, R.string.kiosk_not_mine, onOther);
        leaf.other(R.id.kiosk_twice, R.string.kiosk_twice, onMine);
    }

    void consents(Sitting sitting, Runnable onDone) {
        Leaf leaf = new Leaf(words, into)
                .headline(words.say(R.string.kiosk_consent_title))
                .text(words.say(
                        page.isCoded() ? R.string.kiosk_consent_meaning : R.string.kiosk_consent_meaning_anonymous));
        MaterialButton[] next = new MaterialButton[1];
        for (String scope : sitting.scopes()) {
            leaf.consent(scope, words.say(question(scope)), sitting.said(scope), (asked, isGiven) -> {
                sitting.consent(asked, isGiven);
                next[0].setEnabled(sitting.hasSaidAll());
            });
        }
        next[0] = leaf.button(R.id.kiosk_consented, R.string.kiosk_next, onDone);
        next[0].setEnabled(sitting.hasSaidAll());
    }

    private static int question(String scope) {
        return switch (scope) {
            case "totals" -> R.string.kiosk_consent_totals;
            case "own_sheet" -> R.string.kiosk_consent_own_sheet;
            case "manager" -> R.string.kiosk_consent_manager;
            case "research" -> R.string.kiosk_consent_research;
            default -> R.string.kiosk_consent_body;
        };
    }

    /** Everybody sees the same, whatever was answered. */
    void thanks(Runnable onClose) {
        Round round = page.round();
        Leaf leaf = new Leaf(words, into).headline(words.say(R.string.kiosk_thanks_title));
        leaf.text(words.say(R.string.kiosk_thanks_talk));
        if (round.getConsultationPhone().isEmpty()) {
            leaf.text(words.say(R.string.kiosk_thanks_nurse));
        } else {
            leaf.number(R.id.kiosk_phone, round.getConsultationPhone());
        }
        if (!round.getConsultationHours().isEmpty()) {
            leaf.text(round.getConsultationHours());
        }
        leaf.button(R.id.kiosk_close, R.string.kiosk_thanks_close, onClose);
    }

    void stillThere(boolean canBeReopened, Runnable onYes) {
        new Leaf(words, into)
                .headline(words.say(R.string.kiosk_there_title))
                .text(words.say(canBeReopened ? R.string.kiosk_there_coded : R.string.kiosk_there_anonymous))
                .button(R.id.kiosk_still_here, R.string.kiosk_there_yes, onYes);
    }
}
