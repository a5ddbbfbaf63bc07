package tsunagi.app.batch;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.EditText;
import androidx.appcompat.app.AlertDialog;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import tsunagi.app.R;
import tsunagi.app.settings.AppSettings;
import tsunagi.matchcode.RoundCodes;

/** Asks for the number of this tablet in its team, from which its own codes follow. */
final class TabletNumberDialog {
    private final Context context;
    private final AppSettings settings;

    TabletNumberDialog(Context context, AppSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    void ask(Runnable then) {
        View content = LayoutInflater.from(context).inflate(R.layout.batch_tablet_number, null);
        EditText typed = content.findViewById(R.id.batch_tablet_number);
        AlertDialog dialog = new MaterialAlertDialogBuilder(context)
                .setTitle(R.string.batch_tablet_number_title)
                .setView(content)
                .setPositiveButton(R.string.save, null)
                .setNegativeButton(R.string.cancel, null)
                .create();
        dialog.show();
        // A number that does not fit leaves the dialog open.
        dialog.getButton(AlertDialog.BUTTON_POSITIVE).setOnClickListener(view -> {
            String text = typed.getText().toString();
            int number = text.isEmpty() ? 0 : Integer.parseInt(text);
            if (number < 1 || number > RoundCodes.TABLETS_MAX) {
                typed.setError(context.getString(R.string.batch_tablet_number_wrong, RoundCodes.TABLETS_MAX));
                return;
            }
            settings.tabletNumber(number);
            dialog.dismiss();
            then.run();
        });
    }
}
