package tsunagi.app.round;

import android.view.View;
import android.widget.EditText;
import java.util.Optional;
import java.util.function.Function;
import tsunagi.app.R;
import tsunagi.app.draft.OpenDraft;
import tsunagi.app.screen.AfterTyping;
import tsunagi.change.FieldPath;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.SheetCount;

/** What is typed of a round, on disk as it is typed. */
final class RoundEditTexts {
    private final EditText name;
    private final EditText people;
    private final EditText phone;
    private final EditText hours;
    private boolean isFilled;

    RoundEditTexts(View root, OpenDraft open) {
        name = root.findViewById(R.id.round_edit_name);
        people = root.findViewById(R.id.round_edit_people);
        phone = root.findViewById(R.id.round_edit_phone);
        hours = root.findViewById(R.id.round_edit_hours);
        FieldPath all = FieldPath.entry(Round.ADDRESSED_PEOPLE_FIELD_NUMBER, SheetTotals.ALL);
        listen(open, name, FieldPath.field(Round.NAME_FIELD_NUMBER), text -> Round.newBuilder()
                .setName(text)
                .build());
        TypedCount.sayWhenFull(people);
        listen(open, people, all, text -> Round.newBuilder()
                .putAddressedPeople(
                        SheetTotals.ALL,
                        SheetCount.newBuilder().setCount(TypedCount.of(text)).build())
                .build());
        listen(open, phone, FieldPath.field(Round.CONSULTATION_PHONE_FIELD_NUMBER), text -> Round.newBuilder()
                .setConsultationPhone(text)
                .build());
        listen(open, hours, FieldPath.field(Round.CONSULTATION_HOURS_FIELD_NUMBER), text -> Round.newBuilder()
                .setConsultationHours(text)
                .build());
    }

    private void listen(OpenDraft open, EditText field, FieldPath path, Function<String, Round> entered) {
        // What stood there comes from the draft, after a rotation too.
        field.setSaveEnabled(false);
        AfterTyping.hear(field, text -> {
            if (isFilled && text.isEmpty()) {
                open.clear(path);
            } else if (isFilled) {
                open.set(entered.apply(text));
            }
        });
    }

    /** Fills the fields once; from then on what is typed leads. */
    void show(Round round) {
        if (isFilled) {
            return;
        }
        name.setText(round.getName());
        people.setText(Optional.of(round.getAddressedPeopleMap())
                .filter(counts -> !counts.isEmpty())
                .map(counts -> Integer.toString(SheetTotals.of(counts)))
                .orElse(""));
        people.setEnabled(!SheetTotals.hasParts(round.getAddressedPeopleMap()));
        phone.setText(round.getConsultationPhone());
        hours.setText(round.getConsultationHours());
        isFilled = true;
    }
}
