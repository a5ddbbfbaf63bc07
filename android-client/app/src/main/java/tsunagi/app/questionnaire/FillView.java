package tsunagi.app.questionnaire;

import android.content.Context;
import android.content.ContextWrapper;
import android.graphics.Bitmap;
import android.graphics.BitmapFactory;
import android.util.AttributeSet;
import android.view.KeyEvent;
import android.view.LayoutInflater;
import android.view.Menu;
import android.view.MotionEvent;
import android.view.View;
import android.widget.Button;
import android.widget.FrameLayout;
import android.widget.PopupMenu;
import android.widget.TextView;
import androidx.fragment.app.FragmentActivity;
import androidx.fragment.app.FragmentManager;
import com.google.android.material.progressindicator.LinearProgressIndicator;
import com.google.android.material.snackbar.Snackbar;
import com.google.protobuf.ByteString;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tsunagi.app.Parts;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.photo.PreparedPhoto;
import tsunagi.questionnaires.Form;
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

    private final Map<String, Answer> typed = new LinkedHashMap<>();
    private final Deque<Integer> digits = new ArrayDeque<>();
    private Runnable whenShown = () -> {};
    private SheetWalk walk;
    private String authorPersonId = "";
    private Listener listener;
    private Optional<Camera> camera = Optional.empty();
    private FillState state;
    private Optional<FormLanguage> drawnIn = Optional.empty();
    private PagePart page;
    private OverviewPart overview;
    private int underway;
    private boolean isTypedWriting;

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
        walk = newWalk;
        authorPersonId = author;
        listener = newListener;
        page = null;
        step(SheetWalk::state);
        whenShown.run();
        whenShown = () -> {};
    }

    /** Photos can be taken from now on. */
    public void setCamera(Camera newCamera) {
        camera = Optional.of(newCamera);
    }

    /** A photo was taken for a question: a JPEG, small, and with nothing in it but the picture. */
    public void photographed(String path, ByteString jpeg) {
        if (walk == null) {
            whenShown = () -> photographed(path, jpeg);
        } else {
            step(sheet -> sheet.attach(path, jpeg, PreparedPhoto.MEDIA_TYPE));
        }
    }

    /** Saves the sheet as broken off where it is, then goes on. */
    public void breakOff(Consumer<RecordKey> then) {
        long nowMs = parts().nowMs();
        afterwards(sheet -> sheet.breakOff(authorPersonId, nowMs), then);
    }

    /** Throws the sheet away with all that was entered, then goes on. */
    public void discard(Runnable then) {
        typed.clear();
        afterwards(
                sheet -> {
                    sheet.discard();
                    return true;
                },
                done -> then.run());
    }

    /** Keeps all that was typed, then goes on; the sheet stays a draft, unless it was begun just now and not touched. */
    public void leave(Runnable then) {
        afterwards(
                sheet -> {
                    sheet.leave();
                    return true;
                },
                done -> then.run());
    }

    private Parts parts() {
        return TsunagiApp.parts(getContext());
    }

    /** Takes a step on the way through the sheet and shows what comes of it. */
    private void step(Function<SheetWalk, FillState> step) {
        afterwards(step, this::show);
    }

    private <T> void afterwards(Function<SheetWalk, T> step, Consumer<T> then) {
        SheetWalk sheet = walk;
        Map<String, Answer> last = new LinkedHashMap<>(typed);
        typed.clear();
        underway++;
        parts().work()
                .run(
                        () -> {
                            sheet.type(last);
                            return step.apply(sheet);
                        },
                        result -> {
                            underway--;
                            kept();
                            if (sheet == walk) {
                                then.accept(result);
                                playDigits();
                            }
                        },
                        failure -> {
                            underway--;
                            last.forEach(typed::putIfAbsent);
                            digits.clear();
                            notKept(failure, () -> afterwards(step, then));
                        });
    }

    private void kept() {
        if (page != null) {
            findViewById(R.id.fill_failure).setVisibility(GONE);
        }
    }

    private void notKept(RuntimeException failure, Runnable again) {
        if (page == null) {
            throw failure;
        }
        findViewById(R.id.fill_failure).setVisibility(VISIBLE);
        findViewById(R.id.fill_failure_again).setOnClickListener(view -> again.run());
    }

    private void show(FillState newState) {
        boolean isOtherLanguage = !newState.language().equals(drawnIn);
        state = newState;
        if (page == null || isOtherLanguage) {
            draw();
        }
        page.show(state);
        overview.show(state, isEasy());
        showFrame();
    }

    private void draw() {
        drawnIn = state.language();
        Context context = FillContext.of(getContext(), drawnIn, walk.setting().isLarge());
        removeAllViews();
        LayoutInflater.from(context).inflate(R.layout.fill, this, true);
        page = new PagePart(this, context, new Hand());
        overview = new OverviewPart(this, context, number -> step(sheet -> sheet.goTo(number)));
        findViewById(R.id.fill_next).setOnClickListener(view -> next());
        findViewById(R.id.fill_back).setOnClickListener(view -> back());
        findViewById(R.id.fill_list).setOnClickListener(view -> step(SheetWalk::look));
        View language = findViewById(R.id.fill_language);
        language.setVisibility(state.form().languages().size() > 1 ? VISIBLE : GONE);
        language.setOnClickListener(this::offerLanguages);
    }

    private boolean isEasy() {
        return drawnIn.filter(FormLanguage::isEasy).isPresent();
    }

    private void showFrame() {
        TextView title = findViewById(R.id.fill_title);
        title.setText(state.form().title());
        int total = state.entries().size();
        int here = Math.min(total, state.asked() + 1);
        TextView progress = findViewById(R.id.fill_progress);
        progress.setText(title.getContext()
                .getString(R.string.fill_progress, state.isOverview() ? state.answered() : here, total));
        progress.setVisibility(total == 0 ? GONE : VISIBLE);
        LinearProgressIndicator bar = findViewById(R.id.fill_bar);
        bar.setMax(Math.max(1, total));
        bar.setProgress(state.isOverview() ? total : state.asked());
        Button next = findViewById(R.id.fill_next);
        int finish = isEasy() ? R.string.fill_finish_easy : R.string.fill_finish;
        int go = isEasy() ? R.string.fill_next_easy : R.string.fill_next;
        next.setText(state.isOverview() ? finish : go);
        next.setEnabled(
                !state.isOverview() || state.canBeFinished() || walk.setting().isPaper());
        Button back = findViewById(R.id.fill_back);
        back.setText(isEasy() ? R.string.fill_back_easy : R.string.fill_back);
        back.setVisibility(state.at() > 0 ? VISIBLE : INVISIBLE);
        findViewById(R.id.fill_list).setVisibility(state.isOverview() ? INVISIBLE : VISIBLE);
        drawnIn.ifPresent(language -> ((Button) findViewById(R.id.fill_language)).setText(language.label()));
        boolean isTyping = walk.setting().isPaper() && page.takeFocus();
        if (!isTyping && (findFocus() == null || !findFocus().isShown())) {
            requestFocus();
        }
    }

    /** Goes to the page of a question; stays where it is when that is not asked. */
    public void goTo(String path) {
        step(sheet -> sheet.goTo(path));
    }

    /** Brings back the part that was taken out last. */
    void bringBack() {
        step(SheetWalk::bringBack);
    }

    private void offerLanguages(View anchor) {
        PopupMenu menu = new PopupMenu(anchor.getContext(), anchor);
        for (String name : state.form().languages()) {
            menu.getMenu()
                    .add(Menu.NONE, Menu.NONE, Menu.NONE, FormLanguage.of(name).label())
                    .setOnMenuItemClickListener(item -> {
                        speak(name);
                        return true;
                    });
        }
        menu.show();
    }

    /** Shows the sheet in another language of its form. */
    public void speak(String language) {
        step(sheet -> sheet.speakIn(language));
    }

    /** Whoever taps twice does not skip a page unseen. */
    private void next() {
        if (underway > 0) {
            return;
        }
        if (state.isOverview()) {
            long nowMs = parts().nowMs();
            afterwards(sheet -> sheet.complete(authorPersonId, nowMs), this::completed);
        } else {
            step(SheetWalk::next);
        }
    }

    private void completed(Optional<RecordKey> sheet) {
        if (sheet.isPresent()) {
            listener.onComplete(sheet.get());
        } else {
            step(SheetWalk::state);
        }
    }

    /** Goes back by a page; false on the first one. */
    public boolean back() {
        if (state == null || state.at() == 0) {
            return false;
        }
        if (underway == 0) {
            step(SheetWalk::back);
        }
        return true;
    }

    /** Digits choose, the enter key goes on and the one above it back, unless something is being typed. */
    @Override
    public boolean dispatchKeyEvent(KeyEvent event) {
        boolean isTyping = findFocus() instanceof TextView focused && focused.onCheckIsTextEditor();
        if (state != null && !isTyping && event.getAction() == KeyEvent.ACTION_DOWN && key(event.getKeyCode())) {
            listener.onTouched();
            return true;
        }
        return super.dispatchKeyEvent(event);
    }

    private boolean key(int code) {
        int digit = digit(code);
        if (digit >= 0) {
            digits.add(digit);
            playDigits();
            return true;
        }
        if (code == KeyEvent.KEYCODE_DEL) {
            return back();
        }
        boolean isEnter = code == KeyEvent.KEYCODE_ENTER || code == KeyEvent.KEYCODE_NUMPAD_ENTER;
        boolean isOnButton = findFocus() instanceof Button;
        if (isEnter && !isOnButton) {
            next();
        }
        return isEnter && !isOnButton;
    }

    private static int digit(int code) {
        if (code >= KeyEvent.KEYCODE_0 && code <= KeyEvent.KEYCODE_9) {
            return code - KeyEvent.KEYCODE_0;
        }
        boolean isOnPad = code >= KeyEvent.KEYCODE_NUMPAD_0 && code <= KeyEvent.KEYCODE_NUMPAD_9;
        return isOnPad ? code - KeyEvent.KEYCODE_NUMPAD_0 : -1;
    }

    /** What is typed faster than the disk writes waits for its page, so that no digit answers the wrong question. */
    private void playDigits() {
        while (underway == 0 && !digits.isEmpty()) {
            int digit = digits.remove();
            if (!state.isOverview()) {
                page.digit(digit, state);
            }
        }
    }

    @Override
    public boolean onInterceptTouchEvent(MotionEvent event) {
        if (listener != null) {
            listener.onTouched();
        }
        return super.onInterceptTouchEvent(event);
    }

    @Override
    protected void onDetachedFromWindow() {
        if (walk != null && !typed.isEmpty()) {
            writeTyped();
        }
        super.onDetachedFromWindow();
    }

    /** What is done on the page, handed to the walk. */
    private final class Hand implements Answering {
        @Override
        public Form form() {
            return state.form();
        }

        @Override
        public FillSetting setting() {
            return walk.setting();
        }

        @Override
        public void answer(String path, Answer answer, boolean isChosen) {
            step(sheet -> sheet.answer(path, answer, isChosen));
        }

        @Override
        public void type(String path, Answer answer) {
            typed.put(path, answer);
            listener.onTouched();
            writeTyped();
        }

        @Override
        public void clear(String path) {
            typed.remove(path);
            step(sheet -> sheet.clear(path));
        }

        @Override
        public void attach(String path, ByteString content, String mediaType) {
            step(sheet -> sheet.attach(path, content, mediaType));
        }

        @Override
        public void add(String repeatPath) {
            step(sheet -> sheet.add(repeatPath));
        }

        @Override
        public void remove(String partPath) {
            afterwards(sheet -> sheet.remove(partPath), after -> {
                FillView.this.show(after);
                View bottom = findViewById(R.id.fill_buttons);
                Snackbar.make(FillView.this, R.string.fill_part_removed, Snackbar.LENGTH_LONG)
                        .setAnchorView(bottom)
                        .setAction(R.string.undo, view -> bringBack())
                        .show();
            });
        }

        @Override
        public void next() {
            FillView.this.next();
        }

        @Override
        public Optional<FragmentManager> pickers() {
            Context context = getContext();
            while (context instanceof ContextWrapper wrapper && !(context instanceof FragmentActivity)) {
                context = wrapper.getBaseContext();
            }
            return context instanceof FragmentActivity activity
                    ? Optional.of(activity.getSupportFragmentManager())
                    : Optional.empty();
        }

        @Override
        public boolean hasCamera() {
            return camera.isPresent();
        }

        @Override
        public void photograph(String path) {
            camera.ifPresent(found -> found.photograph(path));
        }

        @Override
        public LocalDate today() {
            return parts().today();
        }

        @Override
        public Optional<Bitmap> picture(String reference) {
            return form().file(reference)
                    .flatMap(content -> Optional.ofNullable(BitmapFactory.decodeByteArray(content, 0, content.length)));
        }
    }

    private void writeTyped() {
        if (!isTypedWriting && !typed.isEmpty()) {
            isTypedWriting = true;
            SheetWalk sheet = walk;
            Map<String, Answer> now = new LinkedHashMap<>(typed);
            typed.clear();
            parts().work()
                    .run(
                            () -> sheet.type(now),
                            after -> {
                                isTypedWriting = false;
                                if (sheet == walk) {
                                    kept();
                                    show(after);
                                    writeTyped();
                                }
                            },
                            failure -> {
                                isTypedWriting = false;
                                now.forEach(typed::putIfAbsent);
                                notKept(failure, this::writeTyped);
                            });
        }
    }
}
