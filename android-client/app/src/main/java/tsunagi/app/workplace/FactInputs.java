package tsunagi.app.workplace;

import android.content.Intent;
import android.text.InputType;
import android.view.View;
import android.widget.LinearLayout;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.draft.DraftForm;
import tsunagi.app.draft.EvenText;
import tsunagi.app.draft.MapEntryInput;
import tsunagi.app.draft.NumberInput;
import tsunagi.app.screen.EditActivity.Inputs;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.app.words.DayWords;
import tsunagi.app.words.FieldWords;
import tsunagi.calendar.FiscalYear;
import tsunagi.change.FieldPath;
import tsunagi.records.v1.DutyFact;
import tsunagi.records.v1.DutyState;
import tsunagi.records.v1.HazardousWork;
import tsunagi.records.v1.Headcount;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.SmokeMeasure;
import tsunagi.records.v1.SmokeProtection;
import tsunagi.records.v1.Workplace;

/** What was told about a fiscal year, this one first; what is entered was told today. */
final class FactInputs {
    /** What lies further back is offered only where something is known of it. */
    private static final int YEARS_BACK = 5;

    private static final String YEAR = "year";

    private final ScreenActivity<?> screen;
    private final Inputs<Workplace> inputs;
    private final FieldWords words;
    private final LocalDate today;
    private final Map<Integer, YearFacts> years = new HashMap<>();
    private final LinearLayout part;

    FactInputs(ScreenActivity<?> screen, Inputs<Workplace> inputs) {
        this.screen = screen;
        this.inputs = inputs;
        this.words = new FieldWords(screen);
        this.today = TsunagiApp.parts(screen).today();
        this.part = new LinearLayout(screen);
        part.setId(R.id.edit_year_facts);
        part.setOrientation(LinearLayout.VERTICAL);
    }

    void add() {
        DraftForm form = inputs.form();
        form.heading(R.string.edit_facts).setId(R.id.edit_facts);
        List<Integer> offered = offered();
        DayWords days = new DayWords(screen, today);
        // The year that was chosen stays chosen when the tablet is turned.
        Intent intent = screen.getIntent();
        int shown = intent.getIntExtra(YEAR, thisYear());
        form.choice(
                R.id.edit_fiscal_year,
                screen.getString(R.string.edit_fiscal_year),
                offered.stream().map(days::fiscalYear).collect(Collectors.toList()),
                Math.max(0, offered.indexOf(shown)),
                position -> {
                    intent.putExtra(YEAR, offered.get(position));
                    show(offered.get(position));
                });
        inputs.second().addView(part);
        show(shown);
    }

    private int thisYear() {
        return FiscalYear.of(today).startingYear();
    }

    /** This year first, then back, then those to come of which something is known. */
    private List<Integer> offered() {
        TreeSet<Integer> known = new TreeSet<>(Collections.reverseOrder());
        for (int back = 1; back <= YEARS_BACK; back++) {
            known.add(thisYear() - back);
        }
        Workplace now = inputs.now();
        List<String> keys = new ArrayList<>(now.getHeadcountsMap().keySet());
        keys.addAll(now.getCheckupsMap().keySet());
        keys.addAll(now.getDoctorOpinionsMap().keySet());
        keys.addAll(now.getReexaminationsMap().keySet());
        keys.addAll(now.getSafetyOfficersMap().keySet());
        keys.addAll(now.getSmokeProtectionsMap().keySet());
        keys.addAll(now.getHazardousWorksMap().keySet());
        keys.addAll(now.getHealthDeclarationsMap().keySet());
        keys.stream().map(YearFacts::yearOf).filter(year -> year > 0).forEach(known::add);
        List<Integer> offered = new ArrayList<>();
        offered.add(thisYear());
        offered.addAll(known.tailSet(thisYear(), false));
        offered.addAll(known.headSet(thisYear(), false));
        return offered;
    }

    private void show(int year) {
        YearFacts facts = years.computeIfAbsent(year, chosen -> new YearFacts(inputs.open(), chosen, inputs.now()));
        DraftForm form = inputs.form().anew(part);
        headcount(form, facts.headcount(), year);
        duty(form, R.id.edit_checkups, facts.duty(Workplace.CHECKUPS_FIELD_NUMBER));
        duty(form, R.id.edit_doctor_opinions, facts.duty(Workplace.DOCTOR_OPINIONS_FIELD_NUMBER));
        duty(form, R.id.edit_reexaminations, facts.duty(Workplace.REEXAMINATIONS_FIELD_NUMBER));
        duty(form, R.id.edit_safety_officers, facts.duty(Workplace.SAFETY_OFFICERS_FIELD_NUMBER));
        smoke(form, facts.smoke());
        hazards(form, facts.hazards());
        new DeclarationInputs(screen, form, part, facts).add();
        form.in(inputs.second());
    }

    private String label(FieldPath path) {
        return words.field(RecordType.RECORD_TYPE_WORKPLACE_VALUE, FieldPath.field(path.number()));
    }

    private void headcount(DraftForm form, MapEntryInput<Headcount> entry, int year) {
        Headcount before = entry.now();
        new NumberInput(screen)
                .add(
                        form,
                        R.id.edit_headcount,
                        entry.path(),
                        label(entry.path()),
                        before.hasPeople() ? OptionalInt.of(before.getPeople()) : OptionalInt.empty(),
                        people -> entry.put(people(entry.now(), people, year)));
    }

    /** The day for which a head-count of a year that is over holds is not known. */
    private Headcount people(Headcount before, OptionalInt people, int year) {
        Headcount.Builder changed = before.toBuilder().clearPeople().clearAsOfOn();
        people.ifPresent(changed::setPeople);
        if (people.isPresent() && year == thisYear()) {
            changed.setAsOfOn(today.toString());
        }
        return changed.build();
    }

    private void duty(DraftForm form, int id, MapEntryInput<DutyFact> entry) {
        LinearLayout people = new LinearLayout(screen);
        people.setOrientation(LinearLayout.VERTICAL);
        form.choice(
                id,
                entry.path(),
                label(entry.path()),
                DutyState.getDescriptor(),
                entry.now().getState().getValueDescriptor(),
                chosen -> {
                    entry.put(changed(entry.now(), DutyState.forNumber(chosen.getNumber())));
                    people.post(() -> people(form, people, entry));
                });
        part.addView(people);
        people(form, people, entry);
    }

    /** Where nothing is done, nobody is counted. */
    private DutyFact changed(DutyFact before, DutyState state) {
        if (state == DutyState.DUTY_STATE_UNSPECIFIED) {
            return DutyFact.getDefaultInstance();
        }
        DutyFact.Builder changed = before.toBuilder().setState(state).setAsOfOn(today.toString());
        return (isDone(state) ? changed : changed.clearDonePeople().clearOwedPeople()).build();
    }

    private static boolean isDone(DutyState state) {
        return state == DutyState.DUTY_STATE_DONE || state == DutyState.DUTY_STATE_PARTLY;
    }

    /** For how many it is done, of how many it is owed to. */
    private void people(DraftForm form, LinearLayout people, MapEntryInput<DutyFact> entry) {
        form.anew(people);
        if (isDone(entry.now().getState())) {
            count(form, entry, DutyFact.OWED_PEOPLE_FIELD_NUMBER);
            count(form, entry, DutyFact.DONE_PEOPLE_FIELD_NUMBER);
        }
        form.in(part);
    }

    private void count(DraftForm form, MapEntryInput<DutyFact> entry, int number) {
        var field = DutyFact.getDescriptor().findFieldByNumber(number);
        new NumberInput(screen)
                .add(
                        form,
                        View.generateViewId(),
                        entry.path(),
                        screen.getString(R.string.edit_people_of, label(entry.path()), words.field(field)),
                        entry.now().hasField(field)
                                ? OptionalInt.of((Integer) entry.now().getField(field))
                                : OptionalInt.empty(),
                        people -> {
                            DutyFact.Builder changed = entry.now().toBuilder().clearField(field);
                            people.ifPresent(count -> changed.setField(field, count));
                            entry.put(changed.build());
                        });
    }

    private void smoke(DraftForm form, MapEntryInput<SmokeProtection> entry) {
        form.choice(
                R.id.edit_smoke,
                entry.path(),
                label(entry.path()),
                SmokeMeasure.getDescriptor(),
                entry.now().getMeasure().getValueDescriptor(),
                chosen -> entry.put(
                        chosen.getNumber() == 0
                                ? SmokeProtection.getDefaultInstance()
                                : entry.now().toBuilder()
                                        .setMeasure(SmokeMeasure.forNumber(chosen.getNumber()))
                                        .setAsOfOn(today.toString())
                                        .build()));
    }

    private void hazards(DraftForm form, MapEntryInput<HazardousWork> entry) {
        form.text(
                R.id.edit_hazards,
                entry.path(),
                screen.getString(R.string.edit_hazards),
                String.join("、", entry.now().getKindsList()),
                InputType.TYPE_CLASS_TEXT,
                text -> entry.put(told(entry.now().toBuilder().clearKinds().addAllKinds(EvenText.list(text)))));
        form.choice(
                R.id.edit_special_checkups,
                entry.path(),
                words.field(
                        HazardousWork.getDescriptor().findFieldByNumber(HazardousWork.SPECIAL_CHECKUPS_FIELD_NUMBER)),
                DutyState.getDescriptor(),
                entry.now().getSpecialCheckups().getValueDescriptor(),
                chosen -> entry.put(
                        told(entry.now().toBuilder().setSpecialCheckups(DutyState.forNumber(chosen.getNumber())))));
    }

    /** Of hazardous work of which nothing is said, nothing was told either. */
    private HazardousWork told(HazardousWork.Builder work) {
        boolean saysSomething = work.getKindsCount() > 0
                || work.getSpecialCheckups() != DutyState.DUTY_STATE_UNSPECIFIED
                || !work.getRemarks().isEmpty();
        return saysSomething ? work.setAsOfOn(today.toString()).build() : HazardousWork.getDefaultInstance();
    }
}
