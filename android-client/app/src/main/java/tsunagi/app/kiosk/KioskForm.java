package tsunagi.app.kiosk;

import android.view.ViewGroup;
import java.util.Optional;
import tsunagi.app.Parts;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.questionnaire.FillView;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.engine.form.Filling;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Response;

/** The form of the respondent who sits before the tablet: opened for them, and put away as broken off when they leave it. */
final class KioskForm {
    private final ScreenActivity<?> screen;
    private final KioskPost post;
    private final ViewGroup frame;
    private final Host host;
    private final KioskCamera camera;
    private Optional<FormLeaf> leaf = Optional.empty();
    private KioskPage page;
    private volatile boolean isUnderway;

    /** Whose form it is. */
    interface Host {
        /** Whether a form is still wanted, or whoever wanted it has gone meanwhile. */
        boolean isAwaited();

        /** There is no form to fill in. */
        void nothingToFill();

        void completed();

        void touched();

        /** Whether Android holds the screen, so that nobody gets from the camera to anything else. */
        boolean isHeld();

        /** Somebody goes to the camera. */
        void atCamera();
    }

    KioskForm(ScreenActivity<?> screen, KioskPost post, ViewGroup frame, Host host) {
        this.screen = screen;
        this.post = post;
        this.frame = frame;
        this.host = host;
        this.camera = new KioskCamera(screen, () -> screen.say(R.string.fill_photo_no_camera));
    }

    /** Whether a sheet is being opened or filled in, or is not yet put away. From any thread. */
    boolean isUnderway() {
        return isUnderway;
    }

    void open(KioskPage asked, Optional<RecordKey> goesOnWith, Response heading, String language) {
        isUnderway = true;
        page = asked;
        Speech speech = Speech.with(language);
        Parts parts = TsunagiApp.parts(screen);
        screen.doing(
                () -> {
                    KioskSheets sheets = sheets();
                    Optional<Filling> filling = goesOnWith.isPresent()
                            ? sheets.reopen(goesOnWith.get())
                            : sheets.begin(asked.round(), heading);
                    return filling.map(
                            begun -> FormLeaf.Opened.of(begun, parts.tablet().files(), speech));
                },
                opened -> opened(opened, language));
    }

    private KioskSheets sheets() {
        return new KioskSheets(TsunagiApp.parts(screen).tablet(), page.standing(), post);
    }

    private void opened(Optional<FormLeaf.Opened> opened, String language) {
        isUnderway = opened.isPresent();
        if (!opened.isPresent()) {
            host.nothingToFill();
        } else if (host.isAwaited() && !leaf.isPresent()) {
            leaf = Optional.of(new FormLeaf(
                    opened.get(),
                    frame,
                    language,
                    page.standing().personId(),
                    new Filled(),
                    host.isHeld() ? Optional.of(this::photograph) : Optional.empty()));
        } else {
            putAway(opened.get(), () -> {});
        }
    }

    private void photograph(String path) {
        FormLeaf asking = leaf.get();
        host.atCamera();
        camera.take(jpeg -> {
            camera.forget();
            asking.photographed(path, jpeg);
        });
    }

    /** Whether whoever fills it in is at the camera. */
    boolean isAtCamera() {
        return camera.isAway();
    }

    /** They are here again, with a picture or without. */
    void cameBack() {
        camera.cameBack();
    }

    /** Goes back by a page; false when there is no form. */
    boolean back() {
        leaf.ifPresent(FormLeaf::back);
        return leaf.isPresent();
    }

    /** The page it stood on was cleared. */
    void cleared() {
        leaf = Optional.empty();
    }

    /** Keeps what was answered as broken off. */
    void putAway(Runnable then) {
        if (!leaf.isPresent()) {
            then.run();
            return;
        }
        FormLeaf left = leaf.get();
        leaf = Optional.empty();
        camera.forget();
        frame.removeAllViews();
        left.keep(() -> putAway(left.opened(), then));
    }

    private void putAway(FormLeaf.Opened left, Runnable then) {
        screen.doing(
                () -> {
                    sheets().breakOff(left.filling(), left.hasAnswered());
                    return left;
                },
                done -> {
                    isUnderway = false;
                    then.run();
                });
    }

    private final class Filled implements FillView.Listener {
        @Override
        public void onComplete(RecordKey sheet) {
            leaf = Optional.empty();
            isUnderway = false;
            post.nothingUnderway();
            host.completed();
        }

        @Override
        public void onTouched() {
            host.touched();
        }
    }
}
