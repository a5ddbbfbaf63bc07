package tsunagi.app.workplace;

import android.content.Context;
import android.content.Intent;
import android.text.InputType;
import android.widget.LinearLayout;
import java.util.UUID;
import tsunagi.app.R;
import tsunagi.app.draft.DayInput;
import tsunagi.app.draft.DraftForm;
import tsunagi.app.draft.DraftPage;
import tsunagi.app.draft.EvenText;
import tsunagi.app.screen.EditActivity;
import tsunagi.app.screen.RecordIntent;
import tsunagi.app.screen.Rows;
import tsunagi.app.words.Names;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Contact;
import tsunagi.records.v1.RecordType;

/** 関係者の登録と編集. */
public final class ContactEditActivity extends EditActivity<Contact> {
    private static final String WORKPLACE = "workplace";

    /** Edits a contact, or goes on with the draft that was begun about one. */
    public static Intent to(Context context, RecordKey contact) {
        return RecordIntent.to(context, ContactEditActivity.class, contact);
    }

    /** A new contact at a workplace. */
    public static Intent toNew(Context context, RecordKey workplace) {
        return new Intent(context, ContactEditActivity.class)
                .putExtra(WORKPLACE, RecordIntent.put(new Intent(), workplace).getExtras());
    }

    @Override
    protected Contact type() {
        return Contact.getDefaultInstance();
    }

    @Override
    protected RecordKey newKey() {
        return parts().tablet()
                .create(workplace().teamId(), RecordType.RECORD_TYPE_CONTACT_VALUE)
                .key();
    }

    private RecordKey workplace() {
        return RecordIntent.key(new Intent().putExtras(getIntent().getBundleExtra(WORKPLACE)));
    }

    @Override
    protected int title(boolean isNew) {
        return isNew ? R.string.edit_contact_new : R.string.edit_contact;
    }

    @Override
    protected void fill(Inputs<Contact> inputs) {
        if (getIntent().hasExtra(WORKPLACE) && inputs.now().getWorkplaceId().isEmpty()) {
            inputs.open()
                    .set(Contact.newBuilder()
                            .setWorkplaceId(workplace().id().toString())
                            .build());
        }
        Contact now = inputs.now();
        DraftForm form = inputs.form().in(inputs.first());
        form.text(
                R.id.edit_name,
                now,
                Contact.NAME_FIELD_NUMBER,
                InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_VARIATION_PERSON_NAME,
                EvenText::asTyped);
        form.text(
                R.id.edit_reading,
                now,
                Contact.NAME_READING_FIELD_NUMBER,
                InputType.TYPE_CLASS_TEXT,
                EvenText::reading);
        form.choices(R.id.edit_roles, now, Contact.ROLES_FIELD_NUMBER);
        form.text(
                R.id.edit_job_title, now, Contact.JOB_TITLE_FIELD_NUMBER, InputType.TYPE_CLASS_TEXT, EvenText::asTyped);
        form.in(inputs.second());
        form.text(R.id.edit_phone, now, Contact.PHONE_FIELD_NUMBER, InputType.TYPE_CLASS_PHONE, EvenText::phone);
        form.text(
                R.id.edit_email,
                now,
                Contact.EMAIL_FIELD_NUMBER,
                InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_VARIATION_EMAIL_ADDRESS,
                EvenText::asTyped);
        form.text(
                R.id.edit_reachable, now, Contact.REACHABLE_FIELD_NUMBER, InputType.TYPE_CLASS_TEXT, EvenText::asTyped);
        new DayInput(this).add(form, R.id.edit_left_on, inputs.now(), Contact.LEFT_ON_FIELD_NUMBER);
        disclosures(inputs);
    }

    private void disclosures(Inputs<Contact> inputs) {
        LinearLayout part = new LinearLayout(this);
        part.setOrientation(LinearLayout.VERTICAL);
        inputs.second().addView(part);
        UUID team = inputs.page().draft().key().teamId();
        doing(() -> new DisclosedTo(this, new Names(this)).all(team, inputs.now()), names -> {
            new DisclosureInputs(this, inputs, part, names).add();
            inputs.form().show(inputs.page());
        });
    }

    @Override
    protected void beside(DraftPage<Contact> page) {
        Rows.none(this.<LinearLayout>findViewById(R.id.edit_beside));
    }

    @Override
    protected void saved(RecordKey record) {}
}
