package tsunagi.app.photo;

import android.text.Editable;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.EditText;
import android.widget.ImageView;
import androidx.appcompat.app.AlertDialog;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import tsunagi.app.R;
import tsunagi.app.draft.StorableTyping;
import tsunagi.app.draft.Typed;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.engine.attachment.Files;
import tsunagi.records.v1.Attachment;

/** One photo large: what is to be seen in words, kept as it is typed, and the way to delete it. */
final class PhotoDialog {
    private static final int LARGE_PIXELS = 1600;

    private PhotoDialog() {}

    static void show(ScreenActivity<?> screen, Files files, PhotoShown photo, PhotographedDraft draft) {
        View view = LayoutInflater.from(screen).inflate(R.layout.photo_dialog, null);
        ImageView picture = view.findViewById(R.id.photo_large);
        EditText caption = view.findViewById(R.id.photo_caption_field);
        caption.setText(photo.attachment().getCaption());
        caption.addTextChangedListener(new Typed() {
            @Override
            public void afterTextChanged(Editable typed) {
                Attachment captioned = photo.attachment().toBuilder()
                        .setCaption(StorableTyping.of(typed.toString()))
                        .build();
                draft.enter(draft.photos().entry().apply(photo.key(), captioned));
            }
        });
        screen.doing(
                () -> PhotoStrip.picture(files, photo, LARGE_PIXELS),
                found -> found.ifPresent(picture::setImageBitmap));
        new MaterialAlertDialogBuilder(screen)
                .setView(view)
                .setPositiveButton(R.string.close, null)
                .setNegativeButton(R.string.delete, (dialog, which) -> confirm(screen, photo, draft))
                .setOnDismissListener(dialog -> draft.withDraft(() -> {}))
                .show();
    }

    private static AlertDialog confirm(ScreenActivity<?> screen, PhotoShown photo, PhotographedDraft draft) {
        return new MaterialAlertDialogBuilder(screen)
                .setTitle(R.string.photo_delete_title)
                .setMessage(R.string.photo_delete_message)
                .setPositiveButton(
                        R.string.delete,
                        (dialog, which) -> draft.withDraft(() -> draft.photos().delete(photo)))
                .setNegativeButton(R.string.cancel, null)
                .show();
    }
}
