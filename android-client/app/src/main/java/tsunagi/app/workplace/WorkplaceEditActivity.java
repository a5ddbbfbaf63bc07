package tsunagi.app.workplace;

import android.content.Context;
import android.content.Intent;
import android.graphics.Rect;
import android.text.InputType;
import androidx.core.widget.NestedScrollView;
import java.util.Collections;
import java.util.List;
import tsunagi.app.R;
import tsunagi.app.draft.DayInput;
import tsunagi.app.draft.DraftForm;
import tsunagi.app.draft.DraftPage;
import tsunagi.app.draft.EvenText;
import tsunagi.app.screen.EditActivity;
import tsunagi.app.screen.RecordIntent;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Workplace;

/** 事業場の登録と編集: all of a workplace on one screen; of a new one, what is likely the same place already. */
public final class WorkplaceEditActivity extends EditActivity<Workplace> {
    private static final String FACTS = "facts";

    /** Edits a workplace, or goes on with the draft that was begun about it. */
    public static Intent to(Context context, RecordKey workplace) {
        return RecordIntent.to(context, WorkplaceEditActivity.class, workplace);
    }

    /** The same, with the facts by fiscal year in view. */
    public static Intent toFacts(Context context, RecordKey workplace) {
        return to(context, workplace).putExtra(FACTS, true);
    }

    /** A new workplace in the team of whoever holds the tablet. */
    public static Intent toNew(Context context) {
        return new Intent(context, WorkplaceEditActivity.class);
    }

    @Override
    protected Workplace type() {
        return Workplace.getDefaultInstance();
    }

    @Override
    protected RecordKey newKey() {
        return parts().tablet()
                .create(
                        parts().users()
                                .current()
                                .orElseThrow(IllegalStateException::new)
                                .teamId(),
                        RecordType.RECORD_TYPE_WORKPLACE_VALUE)
                .key();
    }

    @Override
    protected int title(boolean isNew) {
        return isNew ? R.string.workplace_new : R.string.workplace_edit_title;
    }

    @Override
    protected void fill(Inputs<Workplace> inputs) {
        DraftForm form = inputs.form().in(inputs.first());
        Workplace now = inputs.now();
        form.text(R.id.edit_name, now, Workplace.NAME_FIELD_NUMBER, InputType.TYPE_CLASS_TEXT, EvenText::asTyped);
        form.text(
                R.id.edit_reading,
                now,
                Workplace.NAME_READING_FIELD_NUMBER,
                InputType.TYPE_CLASS_TEXT,
                EvenText::reading);
        new AliasInput(this, inputs).add();
        form.choice(R.id.edit_industry, now, Workplace.INDUSTRY_FIELD_NUMBER);
        form.text(
                R.id.edit_business, now, Workplace.BUSINESS_FIELD_NUMBER, InputType.TYPE_CLASS_TEXT, EvenText::asTyped);
        form.text(
                        R.id.edit_postal_code,
                        now,
                        Workplace.POSTAL_CODE_FIELD_NUMBER,
                        InputType.TYPE_CLASS_PHONE,
                        EvenText::digits)
                .setPlaceholderText(getString(R.string.edit_postal_code_example));
        form.text(
                        R.id.edit_municipality,
                        now,
                        Workplace.MUNICIPALITY_CODE_FIELD_NUMBER,
                        InputType.TYPE_CLASS_PHONE,
                        EvenText::digits)
                .setHelperText(getString(R.string.edit_municipality_hint));
        form.text(
                R.id.edit_address,
                now,
                Workplace.ADDRESS_FIELD_NUMBER,
                InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_VARIATION_POSTAL_ADDRESS,
                EvenText::asTyped);
        form.text(R.id.edit_phone, now, Workplace.PHONE_FIELD_NUMBER, InputType.TYPE_CLASS_PHONE, EvenText::phone);
        form.text(
                        R.id.edit_corporate_number,
                        now,
                        Workplace.CORPORATE_NUMBER_FIELD_NUMBER,
                        InputType.TYPE_CLASS_PHONE,
                        EvenText::digits)
                .setHelperText(getString(R.string.edit_corporate_number_hint));
        form.text(
                R.id.edit_notes,
                now,
                Workplace.VISITING_NOTES_FIELD_NUMBER,
                InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_FLAG_MULTI_LINE,
                EvenText::asTyped);
        form.choice(R.id.edit_photo_rule, now, Workplace.PHOTO_RULE_FIELD_NUMBER);
        fillSecond(inputs);
    }

    private void fillSecond(Inputs<Workplace> inputs) {
        DraftForm form = inputs.form().in(inputs.second());
        new DepartmentInputs(this, inputs, parts().tabletSettings().ids()).add();
        new FactInputs(this, inputs).add();
        new SeasonInputs(this, inputs, parts().tabletSettings().ids()).add();
        form.choices(R.id.edit_insurers, inputs.now(), Workplace.INSURER_KINDS_FIELD_NUMBER);
        new DayInput(this).add(form, R.id.edit_closed_on, inputs.now(), Workplace.CLOSED_ON_FIELD_NUMBER);
    }

    @Override
    protected void shown() {
        if (getIntent().getBooleanExtra(FACTS, false)) {
            getIntent().removeExtra(FACTS);
            NestedScrollView scroll = findViewById(R.id.edit_scroll);
            scroll.post(() -> {
                Rect heading = new Rect();
                scroll.offsetDescendantRectToMyCoords(findViewById(R.id.edit_facts), heading);
                scroll.scrollTo(0, heading.top);
            });
        }
    }

    @Override
    protected void beside(DraftPage<Workplace> page) {
        boolean isHere = page.view().isAlive();
        doing(
                () -> isHere
                        ? Collections.<Likeness>emptyList()
                        : Likeness.of(parts().tablet().lookup(), page.draft().key(), page.now()),
                this::likely);
    }

    private void likely(List<Likeness> likely) {
        LikelyHere shown = new LikelyHere(this);
        shown.list(findViewById(R.id.edit_beside), likely);
        shown.foot(findViewById(R.id.edit_likely), likely);
    }

    @Override
    protected void saved(RecordKey record) {
        if (!RecordIntent.hasKey(getIntent())) {
            startActivity(WorkplaceActivity.to(this, record));
        }
    }
}
