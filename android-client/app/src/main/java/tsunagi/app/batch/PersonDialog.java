package tsunagi.app.batch;

import android.text.Editable;
import android.text.TextWatcher;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.EditText;
import android.widget.LinearLayout;
import androidx.appcompat.app.AlertDialog;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.util.UUID;
import java.util.function.Consumer;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.screen.Rows;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.engine.lookup.Found;
import tsunagi.engine.lookup.Lookup;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.RecordType;

/** Chooses the participant whose sheet it is, in a named round. */
final class PersonDialog {
    private static final int SHOWN_MOST = 40;

    private final ScreenActivity<?> screen;
    private final UUID team;
    private final String workplaceId;
    private final Consumer<String> onChoice;
    private final View content;
    private final AlertDialog dialog;
    private int asked;

    PersonDialog(ScreenActivity<?> screen, UUID team, String workplaceId, Consumer<String> onChoice) {
        this.screen = screen;
        this.team = team;
        this.workplaceId = workplaceId;
        this.onChoice = onChoice;
        this.content = LayoutInflater.from(screen).inflate(R.layout.batch_person, null);
        this.dialog = new MaterialAlertDialogBuilder(screen)
                .setTitle(R.string.batch_person)
                .setView(content)
                .setNegativeButton(R.string.cancel, null)
                .create();
    }

    void show() {
        EditText typed = content.findViewById(R.id.batch_person_typed);
        typed.addTextChangedListener(new TextWatcher() {
            @Override
            public void beforeTextChanged(CharSequence text, int start, int before, int after) {}

            @Override
            public void onTextChanged(CharSequence text, int start, int before, int after) {}

            @Override
            public void afterTextChanged(Editable text) {
                find(text.toString());
            }
        });
        find("");
        dialog.show();
    }

    private void find(String typed) {
        int question = ++asked;
        screen.doing(() -> people(typed), found -> {
            if (question == asked) {
                show(found);
            }
        });
    }

    private Found people(String typed) {
        Lookup lookup = TsunagiApp.parts(screen).tablet().lookup();
        if (workplaceId.isEmpty()) {
            return lookup.participants(team, typed, SHOWN_MOST);
        }
        RecordKey workplace = new RecordKey(team, RecordType.RECORD_TYPE_WORKPLACE_VALUE, UUID.fromString(workplaceId));
        return lookup.participantsOf(workplace, typed, SHOWN_MOST);
    }

    private void show(Found found) {
        LinearLayout list = content.findViewById(R.id.batch_person_list);
        Rows rows = Rows.anew(list);
        for (RecordView view : found.shown()) {
            Participant person = view.as(Participant.getDefaultInstance());
            rows.row(person.getName()).detail(person.getNameReading()).onTap(() -> {
                dialog.dismiss();
                onChoice.accept(view.key().id().toString());
            });
        }
    }
}
