package tsunagi.app.kiosk;

import android.view.ViewGroup;
import com.google.protobuf.ByteString;
import java.util.Map;
import java.util.Optional;
import tsunagi.app.questionnaire.FillSetting;
import tsunagi.app.questionnaire.FillView;
import tsunagi.app.questionnaire.SheetWalk;
import tsunagi.engine.attachment.Files;
import tsunagi.engine.form.Filling;
import tsunagi.records.v1.Answer;

/** The form in front of a respondent. */
final class FormLeaf {
    private final Opened opened;
    private final FillView view;

    /**
     * A sheet that was opened for a respondent.
     *
     * @param before the answers that were there when it was
     */
    record Opened(Filling filling, SheetWalk walk, Map<String, Answer> before) {
        /** Opens a sheet; beside the main thread. */
        static Opened of(Filling filling, Files files, Speech speech) {
            SheetWalk walk = new SheetWalk(
                    filling,
                    FillSetting.ofRespondent(),
                    sha256 -> files.read(filling.key().teamId(), sha256),
                    speech.locale());
            return new Opened(filling, walk, filling.sheet().draft());
        }

        /** Whether the respondent answered anything since. */
        boolean hasAnswered() {
            return !filling.sheet().draft().equals(before);
        }
    }

    FormLeaf(
            Opened opened,
            ViewGroup into,
            String language,
            String personId,
            FillView.Listener listener,
            Optional<FillView.Camera> camera) {
        this.opened = opened;
        this.view = new FillView(into.getContext());
        camera.ifPresent(view::setCamera);
        into.addView(view);
        view.show(opened.walk(), personId, listener);
        if (!language.isEmpty()) {
            view.speak(language);
        }
        new PrivateTyping(view);
    }

    Opened opened() {
        return opened;
    }

    /** A photo that answers a question. */
    void photographed(String path, ByteString jpeg) {
        view.photographed(path, jpeg);
    }

    void back() {
        view.back();
    }

    /** Has everything that was typed on disk, then goes on. */
    void keep(Runnable then) {
        view.leave(then);
    }
}
