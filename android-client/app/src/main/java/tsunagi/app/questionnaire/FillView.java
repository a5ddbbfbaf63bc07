package tsunagi.app.questionnaire;

import android.content.Context;
import android.util.AttributeSet;
import android.view.KeyEvent;
import android.view.LayoutInflater;
import android.view.MotionEvent;
import android.widget.Button;
import android.widget.FrameLayout;
import android.widget.TextView;
import com.google.protobuf.ByteString;
import java.util.Optional;
import java.util.function.Consumer;
import tsunagi.app.Parts;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.photo.PreparedPhoto;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Answer;

/**
 * A sheet that is being filled in, with its buttons; it fits into any screen and leads nowhere by itself. Whatever is answered
 * is on disk before the next page comes.
 */
public final class FillView extends FrameLayout {
    /** What becomes of the sheet. */
    public interface Listener {
        /** The sheet is saved as complete. */
        void onComplete(RecordKey sheet);

        /** Somebody touched, answered or went on. */
        default void onTouched() {}
    }

    /** Takes photos for sheets. */
    public interface Camera {
        /**
         * Has a photo taken for a question; it is handed to {@link FillView#photographed} unless the person thinks better of
         * it, be it after the process was ended meanwhile.
         */
        void photograph(String path);
    }

    private final FillKeys keys = new FillKeys(new KeyHand());
    private Runnable whenShown = () -> {};
    private SheetWalk walk;
    private SheetSteps steps;
    private String authorPersonId = "";
    private Listener listener;
    private Optional<Camera> camera = Optional.empty();
    private Optional<Instruments> instruments = Optional.empty();
    private FillState state;
    private Optional<FormLanguage> drawnIn = Optional.empty();
    private PagePart page;
    private OverviewPart overview;
    private FillFrame frame;

    public FillView(Context context) {
        this(context, null);
    }

    public FillView(Context context, AttributeSet attributes) {
        super(context, attributes);
        setFocusable(true);
        setFocusableInTouchMode(true);
        setDescendantFocusability(FOCUS_AFTER_DESCENDANTS);
    }

    /** Shows a sheet; what is answered is written down as this person's. */
    public void show(SheetWalk newWalk, String author, Listener newListener) {
        if (steps != null) {
            steps.end();
        }
        walk = newWalk;
        steps = new SheetSteps(newWalk, parts().work(), new Sight());
        authorPersonId = author;
        listener = newListener;
        page = null;
        steps.take(SheetWalk::state);
        whenShown.run();
        whenShown = () -> {};
    }

    /** Photos can be taken from now on. */
    public void setCamera(Camera newCamera) {
        camera = Optional.of(newCamera);
    }

    /** Codes, places and sound can be taken from now on. */
    void setInstruments(Instruments newInstruments) {
        instruments = Optional.of(newInstruments);
    }

    /** An instrument found the answer to a question. */
    void answered(String path, Answer answer) {
        if (walk == null) {
            whenShown = () -> answered(path, answer);
        } else {
            steps.take(sheet -> sheet.answer(path, answer, false));
        }
    }

    /** A photo was taken for a question: a JPEG, small, and with nothing in it but the picture. */
    public void photographed(String path, ByteString jpeg) {
        if (walk == null) {
            whenShown = () -> photographed(path, jpeg);
        } else {
            steps.take(sheet -> sheet.attach(path, jpeg, PreparedPhoto.MEDIA_TYPE));
        }
    }

    /** Saves the sheet as broken off where it is, then goes on. */
    public void breakOff(Consumer<RecordKey> then) {
        long nowMs = parts().nowMs();
        steps.take(sheet -> sheet.breakOff(authorPersonId, nowMs), then);
    }

    /** Throws the sheet away with all that was entered, then goes on. */
    public void discard(Runnable then) {
        steps.untype();
        steps.take(
                sheet -> {
                    sheet.discard();
                    return true;
                },
                done -> then.run());
    }

    /** Keeps all that was typed, then goes on; the sheet stays a draft, unless it was begun just now and not touched. */
    public void leave(Runnable then) {
        steps.take(
                sheet -> {
                    sheet.leave();
                    return true;
                },
                done -> then.run());
    }

    private Parts parts() {
        return TsunagiApp.parts(getContext());
    }

    void show(FillState newState) {
        boolean isOtherLanguage = !newState.language().equals(drawnIn);
        state = newState;
        if (page == null || isOtherLanguage) {
            draw();
        }
        page.show(state);
        overview.show(state, state.isEasy());
        frame.show(state);
        boolean isTyping = walk.setting().isPaper() && page.takeFocus();
        if (!isTyping && (findFocus() == null || !findFocus().isShown())) {
            requestFocus();
        }
    }

    private void draw() {
        drawnIn = state.language();
        Context context = FillContext.of(getContext(), drawnIn, walk.setting().isLarge());
        removeAllViews();
        LayoutInflater.from(context).inflate(R.layout.fill, this, true);
        page = new PagePart(
                this, context, new FillHand(this, steps, walk.setting(), state.form(), camera, instruments));
        overview = new OverviewPart(this, context, number -> steps.take(sheet -> sheet.goTo(number)));
        frame = new FillFrame(this, walk.setting().isPaper());
        findViewById(R.id.fill_next).setOnClickListener(view -> next());
        findViewById(R.id.fill_back).setOnClickListener(view -> back());
        findViewById(R.id.fill_list).setOnClickListener(view -> steps.take(SheetWalk::look));
        findViewById(R.id.fill_language).setOnClickListener(view -> FillFrame.offerLanguages(view, state, this::speak));
    }

    /** Goes to the page of a question; stays where it is when that is not asked. */
    public void goTo(String path) {
        steps.take(sheet -> sheet.goTo(path));
    }

    /** Brings back the part that was taken out last. */
    public void bringBack() {
        steps.take(SheetWalk::bringBack);
    }

    /** Shows the sheet in another language of its form. */
    public void speak(String language) {
        steps.take(sheet -> sheet.speakIn(language));
    }

    /** Whoever taps twice does not skip a page unseen. */
    void next() {
        if (steps.isUnderway()) {
            return;
        }
        if (state.isOverview()) {
            long nowMs = parts().nowMs();
            steps.take(sheet -> sheet.complete(authorPersonId, nowMs), this::completed);
        } else {
            steps.take(SheetWalk::next);
        }
    }

    private void completed(Optional<RecordKey> sheet) {
        if (sheet.isPresent()) {
            listener.onComplete(sheet.get());
        } else {
            steps.take(SheetWalk::state);
        }
    }

    /** Goes back by a page; false on the first one. */
    public boolean back() {
        if (state == null || state.at() == 0) {
            return false;
        }
        if (!steps.isUnderway()) {
            steps.take(SheetWalk::back);
        }
        return true;
    }

    /** Somebody is there. */
    void touched() {
        if (listener != null) {
            listener.onTouched();
        }
    }

    /** Keys have a meaning of their own unless something is being typed. */
    @Override
    public boolean dispatchKeyEvent(KeyEvent event) {
        boolean isTyping = findFocus() instanceof TextView focused && focused.onCheckIsTextEditor();
        boolean isDown = event.getAction() == KeyEvent.ACTION_DOWN;
        if (state != null && !isTyping && isDown && keys.press(event.getKeyCode())) {
            touched();
            return true;
        }
        return super.dispatchKeyEvent(event);
    }

    @Override
    public boolean onInterceptTouchEvent(MotionEvent event) {
        touched();
        return super.onInterceptTouchEvent(event);
    }

    @Override
    protected void onDetachedFromWindow() {
        if (steps != null) {
            steps.writeTyped();
        }
        super.onDetachedFromWindow();
    }

    private final class KeyHand implements FillKeys.Hand {
        @Override
        public boolean isBusy() {
            return steps.isUnderway();
        }

        @Override
        public boolean isOnButton() {
            return findFocus() instanceof Button;
        }

        @Override
        public void choose(int digit) {
            if (!state.isOverview()) {
                page.digit(digit, state);
            }
        }

        @Override
        public void next() {
            FillView.this.next();
        }

        @Override
        public boolean back() {
            return FillView.this.back();
        }
    }

    private final class Sight implements SheetSteps.Sight {
        @Override
        public void show(FillState newState) {
            FillView.this.show(newState);
        }

        @Override
        public void kept() {
            if (page != null) {
                findViewById(R.id.fill_failure).setVisibility(GONE);
            }
        }

        @Override
        public void notKept(RuntimeException failure, Runnable again) {
            keys.forget();
            if (page == null) {
                throw failure;
            }
            findViewById(R.id.fill_failure).setVisibility(VISIBLE);
            findViewById(R.id.fill_failure_again).setOnClickListener(view -> again.run());
        }

        @Override
        public void taken() {
            keys.play();
        }
    }
}
