package tsunagi.app.dispatch;

import android.content.Context;
import android.text.InputType;
import android.view.View;
import android.widget.LinearLayout;
import com.google.protobuf.Message;
import java.time.LocalDate;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.draft.DayInput;
import tsunagi.app.draft.DraftForm;
import tsunagi.app.draft.MapEntryInput;
import tsunagi.app.screen.EditActivity.Inputs;
import tsunagi.app.words.FieldWords;
import tsunagi.change.FieldPath;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.DispatchPermission;
import tsunagi.records.v1.PermissionState;

/** Where the permission of each body stands, since when, and by whose word. */
final class PermissionInputs {
    private final Context context;
    private final Inputs<Message> inputs;
    private final RecordKey record;
    private final FieldWords words;
    private final LocalDate today;
    private int count;

    PermissionInputs(Context context, Inputs<Message> inputs, RecordKey record) {
        this.context = context;
        this.inputs = inputs;
        this.record = record;
        this.words = new FieldWords(context);
        this.today = TsunagiApp.parts(context).today();
    }

    /** The inputs of one who goes, in the column with more room. */
    void add(DispatchPage.Person person) {
        LinearLayout column = count++ % 2 == 0 ? inputs.first() : inputs.second();
        LinearLayout part = new LinearLayout(context);
        part.setOrientation(LinearLayout.VERTICAL);
        column.addView(part);
        MapEntryInput<DispatchPermission> entry = new MapEntryInput<>(
                inputs.open(),
                FieldPath.entry(Staffed.field(record), person.key()),
                person.permission(),
                (key, permission) -> Staffed.with(record, key, permission));
        draw(part, person, entry);
    }

    private void draw(LinearLayout part, DispatchPage.Person person, MapEntryInput<DispatchPermission> entry) {
        DraftForm form = inputs.form().anew(part);
        form.heading(person.words(context));
        form.choice(
                View.generateViewId(),
                entry.path(),
                context.getString(R.string.dispatch),
                PermissionState.getDescriptor(),
                entry.now().getState().getValueDescriptor(),
                chosen -> {
                    entry.put(changed(entry.now(), PermissionState.forNumber(chosen.getNumber())));
                    part.post(() -> draw(part, person, entry));
                });
        if (entry.isEmpty()) {
            return;
        }
        new DayInput(context)
                .add(
                        form,
                        View.generateViewId(),
                        entry.path(),
                        label(DispatchPermission.DECIDED_ON_FIELD_NUMBER),
                        entry.now().getDecidedOn(),
                        day -> entry.put(
                                entry.now().toBuilder().setDecidedOn(day).build()));
        form.text(
                View.generateViewId(),
                entry.path(),
                label(DispatchPermission.DECIDED_BY_FIELD_NUMBER),
                entry.now().getDecidedBy(),
                InputType.TYPE_CLASS_TEXT,
                text -> entry.put(
                        entry.now().toBuilder().setDecidedBy(text.trim()).build()));
    }

    /** It got there today, until somebody says another day. */
    private DispatchPermission changed(DispatchPermission before, PermissionState state) {
        return state == PermissionState.PERMISSION_STATE_UNSPECIFIED
                ? DispatchPermission.getDefaultInstance()
                : before.toBuilder()
                        .setState(state)
                        .setDecidedOn(today.toString())
                        .build();
    }

    private String label(int number) {
        return words.field(DispatchPermission.getDescriptor().findFieldByNumber(number));
    }
}
