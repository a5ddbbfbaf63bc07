package tsunagi.app.questionnaire;

import android.content.Context;
import android.content.ContextWrapper;
import android.graphics.Bitmap;
import android.graphics.BitmapFactory;
import androidx.fragment.app.FragmentActivity;
import androidx.fragment.app.FragmentManager;
import com.google.android.material.snackbar.Snackbar;
import com.google.protobuf.ByteString;
import java.time.LocalDate;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.questionnaires.Form;
import tsunagi.records.v1.Answer;

/** What is done on the page of a sheet, handed on as steps. */
final class FillHand implements Answering {
    private final FillView view;
    private final SheetSteps steps;
    private final FillSetting setting;
    private final Form form;
    private final Optional<FillView.Camera> camera;
    private final Optional<Instruments> instruments;

    FillHand(
            FillView view,
            SheetSteps steps,
            FillSetting setting,
            Form form,
            Optional<FillView.Camera> camera,
            Optional<Instruments> instruments) {
        this.view = view;
        this.steps = steps;
        this.setting = setting;
        this.form = form;
        this.camera = camera;
        this.instruments = instruments;
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public FillSetting setting() {
        return setting;
    }

    @Override
    public void answer(String path, Answer answer, boolean isChosen) {
        steps.take(sheet -> sheet.answer(path, answer, isChosen));
    }

    @Override
    public void type(String path, Answer answer) {
        view.touched();
        steps.type(path, answer);
    }

    @Override
    public void clear(String path) {
        steps.untype(path);
        steps.take(sheet -> sheet.clear(path));
    }

    @Override
    public void attach(String path, ByteString content, String mediaType) {
        steps.take(sheet -> sheet.attach(path, content, mediaType));
    }

    @Override
    public void add(String repeatPath) {
        steps.take(sheet -> sheet.add(repeatPath));
    }

    @Override
    public void remove(String partPath) {
        steps.take(sheet -> sheet.remove(partPath), after -> {
            view.show(after);
            Snackbar.make(view, R.string.fill_part_removed, Snackbar.LENGTH_LONG)
                    .setAnchorView(view.findViewById(R.id.fill_buttons))
                    .setAction(R.string.undo, undo -> view.bringBack())
                    .show();
        });
    }

    @Override
    public void next() {
        view.next();
    }

    @Override
    public Optional<FragmentManager> pickers() {
        Context context = view.getContext();
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
    public Optional<Instruments> instruments() {
        return instruments;
    }

    @Override
    public LocalDate today() {
        return TsunagiApp.parts(view.getContext()).today();
    }

    @Override
    public Optional<Bitmap> picture(String reference) {
        return form.file(reference)
                .flatMap(content -> Optional.ofNullable(BitmapFactory.decodeByteArray(content, 0, content.length)));
    }
}
