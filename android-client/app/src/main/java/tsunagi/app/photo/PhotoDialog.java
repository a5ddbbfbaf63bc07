package tsunagi.app.photo;

import android.view.LayoutInflater;
import android.view.View;
import android.widget.EditText;
import android.widget.ImageView;
import androidx.appcompat.app.AlertDialog;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.util.function.Consumer;
import tsunagi.app.R;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.engine.attachment.Files;
import tsunagi.records.v1.Attachment;

/** One photo large: what is to be seen in words, and the way to delete it. */
public final class PhotoDialog {
    private static final int LARGE_PIXELS = 1600;

    private PhotoDialog() {}

    public static void show(
            ScreenActivity<?> screen,
            Files files,
            PhotoShown photo,
            Consumer<Attachment> captioned,
            Consumer<PhotoShown> deleted) {
        View view = LayoutInflater.from(screen).inflate(R.layout.photo_dialog, null);
        ImageView picture = view.findViewById(R.id.photo_large);
        EditText caption = view.findViewById(R.id.photo_caption_field);
        caption.setText(photo.attachment().getCaption());
        screen.doing(
                () -> PhotoStrip.picture(files, photo, LARGE_PIXELS),
                found -> found.ifPresent(picture::setImageBitmap));
        new MaterialAlertDialogBuilder(screen)
                .setView(view)
                .setPositiveButton(R.string.close, (dialog, which) -> {
                    String text = caption.getText().toString();
                    if (!text.equals(photo.attachment().getCaption())) {
                        captioned.accept(
                                photo.attachment().toBuilder().setCaption(text).build());
                    }
                })
                .setNegativeButton(R.string.delete, (dialog, which) -> confirm(screen, photo, deleted))
                .show();
    }

    private static AlertDialog confirm(ScreenActivity<?> screen, PhotoShown photo, Consumer<PhotoShown> deleted) {
        return new MaterialAlertDialogBuilder(screen)
                .setTitle(R.string.photo_delete_title)
                .setMessage(R.string.photo_delete_message)
                .setPositiveButton(R.string.delete, (dialog, which) -> deleted.accept(photo))
                .setNegativeButton(R.string.cancel, null)
                .show();
    }
}
