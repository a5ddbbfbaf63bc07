package tsunagi.app.workshop;

import android.view.View;
import android.widget.EditText;
import com.google.android.material.chip.Chip;
import com.google.android.material.chip.ChipGroup;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import tsunagi.app.R;
import tsunagi.app.draft.StorableTyping;
import tsunagi.app.participant.Person;
import tsunagi.app.participant.PersonWords;
import tsunagi.change.FieldPath;
import tsunagi.engine.draft.Draft;
import tsunagi.name.Kana;
import tsunagi.records.v1.Employment;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.ParticipantSide;

/** Asks for what is known of a person on the roster: name, reading, where from, how employed. */
final class PersonEdit {
    private final WorkshopActivity activity;
    private final Person person;
    private final View fields;

    private PersonEdit(WorkshopActivity activity, Person person) {
        this.activity = activity;
        this.person = person;
        this.fields = activity.getLayoutInflater().inflate(R.layout.workshop_person, null);
    }

    static void ask(WorkshopActivity activity, Person person, WorkshopPage page) {
        new PersonEdit(activity, person).open(page);
    }

    private void open(WorkshopPage page) {
        Participant participant = person.participant();
        field(R.id.person_name).setText(participant.getName());
        field(R.id.person_reading).setText(participant.getNameReading());
        ChipGroup places = fields.findViewById(R.id.person_places);
        for (Place place : page.places()) {
            add(places, place.name(), place.id(), place.id().equals(participant.getWorkplaceId()));
        }
        ChipGroup employments = fields.findViewById(R.id.person_employments);
        for (Employment employment : Employment.values()) {
            if (employment != Employment.EMPLOYMENT_UNSPECIFIED && employment != Employment.UNRECOGNIZED) {
                boolean isSo = employment == participant.getEmployment();
                add(employments, activity.getString(PersonWords.of(employment)), employment, isSo);
            }
        }
        new MaterialAlertDialogBuilder(activity)
                .setTitle(R.string.person_edit)
                .setView(fields)
                .setPositiveButton(R.string.save, (dialog, which) -> save())
                .setNegativeButton(R.string.cancel, null)
                .show();
    }

    private EditText field(int id) {
        return fields.findViewById(id);
    }

    private void add(ChipGroup group, String words, Object meaning, boolean isSo) {
        Chip chip = (Chip) activity.getLayoutInflater().inflate(R.layout.workshop_chip, group, false);
        chip.setId(View.generateViewId());
        chip.setText(words);
        chip.setTag(meaning);
        group.addView(chip);
        chip.setChecked(isSo);
    }

    private static Object chosen(ChipGroup group) {
        View chip = group.findViewById(group.getCheckedChipId());
        return chip == null ? null : chip.getTag();
    }

    private void save() {
        String name = RosterSearch.tidy(field(R.id.person_name).getText().toString());
        String reading = Kana.toHiragana(
                StorableTyping.of(field(R.id.person_reading).getText().toString()));
        Participant.Builder edited = Participant.newBuilder();
        if (!name.isEmpty() && !name.equals(person.name())) {
            edited.setName(name);
        }
        if (!reading.isEmpty() && !reading.equals(person.reading())) {
            edited.setNameReading(reading);
        }
        boolean clearsReading = reading.isEmpty() && !person.reading().isEmpty();
        if (chosen(fields.findViewById(R.id.person_places)) instanceof String place
                && !place.equals(person.participant().getWorkplaceId())) {
            edited.setWorkplaceId(place).setSide(ParticipantSide.PARTICIPANT_SIDE_WORKPLACE);
        }
        if (chosen(fields.findViewById(R.id.person_employments)) instanceof Employment employment
                && employment != person.participant().getEmployment()) {
            edited.setEmployment(employment);
        }
        activity.doing(() -> {
            Draft draft = activity.tabletParts().tablet().edit(person.key()).set(edited.build());
            if (clearsReading) {
                draft.clear(FieldPath.field(Participant.NAME_READING_FIELD_NUMBER));
            }
            activity.tabletParts().tablet().save(draft, activity.author());
        });
    }
}
