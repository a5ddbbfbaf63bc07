package tsunagi.app.workplace;

import android.content.Context;
import android.text.InputType;
import java.util.List;
import tsunagi.app.R;
import tsunagi.app.draft.EvenText;
import tsunagi.app.screen.EditActivity.Inputs;
import tsunagi.change.FieldPath;
import tsunagi.records.v1.Workplace;

/** Other names of a workplace, written into one line. */
final class AliasInput {
    private static final FieldPath PATH = FieldPath.field(Workplace.ALIASES_FIELD_NUMBER);

    private final Context context;
    private final Inputs<Workplace> inputs;

    AliasInput(Context context, Inputs<Workplace> inputs) {
        this.context = context;
        this.inputs = inputs;
    }

    void add() {
        inputs.form()
                .text(
                        R.id.edit_aliases,
                        PATH,
                        context.getString(R.string.edit_aliases),
                        String.join("、", inputs.now().getAliasesList()),
                        InputType.TYPE_CLASS_TEXT,
                        this::typed);
    }

    private void typed(String text) {
        List<String> names = EvenText.list(text);
        if (names.isEmpty()) {
            inputs.open().clear(PATH);
        } else {
            inputs.open().set(Workplace.newBuilder().addAllAliases(names).build());
        }
    }
}
