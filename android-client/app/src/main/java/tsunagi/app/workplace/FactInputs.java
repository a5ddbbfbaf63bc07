package tsunagi.app.workplace;

import android.content.Context;
import android.text.InputType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import tsunagi.app.R;
import tsunagi.app.draft.MapEntryInput;
import tsunagi.app.screen.EditActivity.Inputs;
import tsunagi.app.words.DayWords;
import tsunagi.app.words.FieldWords;
import tsunagi.calendar.FiscalYear;
import tsunagi.change.FieldPath;
import tsunagi.name.Kana;
import tsunagi.records.v1.DutyFact;
import tsunagi.records.v1.DutyState;
import tsunagi.records.v1.HazardousWork;
import tsunagi.records.v1.Headcount;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.SmokeMeasure;
import tsunagi.records.v1.SmokeProtection;
import tsunagi.records.v1.Workplace;

/** What was told about this fiscal year; what is entered holds as of today. */
final class FactInputs {
    private final Context context;
    private final Inputs<Workplace> inputs;
    private final FieldWords words;
    private final String year;
    private final String today;

    FactInputs(Context context, Inputs<Workplace> inputs, LocalDate today) {
        this.context = context;
        this.inputs = inputs;
        this.words = new FieldWords(context);
        this.year = Integer.toString(FiscalYear.of(today).startingYear());
        this.today = today.toString();
    }

    void add() {
        Workplace now = inputs.now();
        inputs.form().heading(R.string.edit_facts);
        inputs.form().label(new DayWords(context, LocalDate.parse(today)).fiscalYear(Integer.parseInt(year)));
        headcount(now);
        duty(
                R.id.edit_checkups,
                Workplace.CHECKUPS_FIELD_NUMBER,
                now.getCheckupsMap(),
                (key, fact) -> Workplace.newBuilder().putCheckups(key, fact).build());
        duty(
                R.id.edit_doctor_opinions,
                Workplace.DOCTOR_OPINIONS_FIELD_NUMBER,
                now.getDoctorOpinionsMap(),
                (key, fact) ->
                        Workplace.newBuilder().putDoctorOpinions(key, fact).build());
        duty(
                R.id.edit_reexaminations,
                Workplace.REEXAMINATIONS_FIELD_NUMBER,
                now.getReexaminationsMap(),
                (key, fact) ->
                        Workplace.newBuilder().putReexaminations(key, fact).build());
        duty(
                R.id.edit_safety_officers,
                Workplace.SAFETY_OFFICERS_FIELD_NUMBER,
                now.getSafetyOfficersMap(),
                (key, fact) ->
                        Workplace.newBuilder().putSafetyOfficers(key, fact).build());
        smoke(now);
        hazards(now);
    }

    private FieldPath path(int number) {
        return FieldPath.entry(number, year);
    }

    private String label(int number) {
        return words.field(RecordType.RECORD_TYPE_WORKPLACE_VALUE, FieldPath.field(number));
    }

    private void headcount(Workplace now) {
        FieldPath path = path(Workplace.HEADCOUNTS_FIELD_NUMBER);
        Headcount before = now.getHeadcountsOrDefault(year, Headcount.getDefaultInstance());
        MapEntryInput<Headcount> entry =
                new MapEntryInput<>(inputs.open(), path, before, (key, headcount) -> Workplace.newBuilder()
                        .putHeadcounts(key, headcount)
                        .build());
        inputs.form()
                .text(
                        R.id.edit_headcount,
                        path,
                        label(Workplace.HEADCOUNTS_FIELD_NUMBER),
                        before.hasPeople() ? Integer.toString(before.getPeople()) : "",
                        InputType.TYPE_CLASS_NUMBER,
                        text -> entry.put(people(entry.now(), Kana.evenWidth(text))));
    }

    private Headcount people(Headcount before, String text) {
        return text.matches("[0-9]{1,7}")
                ? before.toBuilder()
                        .setPeople(Integer.parseInt(text))
                        .setAsOfOn(today)
                        .build()
                : before.toBuilder().clearPeople().clearAsOfOn().build();
    }

    private void duty(int id, int number, Map<String, DutyFact> facts, BiFunction<String, DutyFact, Workplace> record) {
        FieldPath path = path(number);
        DutyFact before = facts.getOrDefault(year, DutyFact.getDefaultInstance());
        MapEntryInput<DutyFact> entry = new MapEntryInput<>(inputs.open(), path, before, record::apply);
        inputs.form()
                .choice(
                        id,
                        path,
                        label(number),
                        DutyState.getDescriptor(),
                        before.getState().getValueDescriptor(),
                        chosen -> entry.put(
                                chosen.getNumber() == 0
                                        ? DutyFact.getDefaultInstance()
                                        : entry.now().toBuilder()
                                                .setState(DutyState.forNumber(chosen.getNumber()))
                                                .setAsOfOn(today)
                                                .build()));
    }

    private void smoke(Workplace now) {
        FieldPath path = path(Workplace.SMOKE_PROTECTIONS_FIELD_NUMBER);
        SmokeProtection before = now.getSmokeProtectionsOrDefault(year, SmokeProtection.getDefaultInstance());
        MapEntryInput<SmokeProtection> entry =
                new MapEntryInput<>(inputs.open(), path, before, (key, protection) -> Workplace.newBuilder()
                        .putSmokeProtections(key, protection)
                        .build());
        inputs.form()
                .choice(
                        R.id.edit_smoke,
                        path,
                        label(Workplace.SMOKE_PROTECTIONS_FIELD_NUMBER),
                        SmokeMeasure.getDescriptor(),
                        before.getMeasure().getValueDescriptor(),
                        chosen -> entry.put(
                                chosen.getNumber() == 0
                                        ? SmokeProtection.getDefaultInstance()
                                        : entry.now().toBuilder()
                                                .setMeasure(SmokeMeasure.forNumber(chosen.getNumber()))
                                                .setAsOfOn(today)
                                                .build()));
    }

    private void hazards(Workplace now) {
        FieldPath path = path(Workplace.HAZARDOUS_WORKS_FIELD_NUMBER);
        HazardousWork before = now.getHazardousWorksOrDefault(year, HazardousWork.getDefaultInstance());
        MapEntryInput<HazardousWork> entry =
                new MapEntryInput<>(inputs.open(), path, before, (key, work) -> Workplace.newBuilder()
                        .putHazardousWorks(key, work)
                        .build());
        inputs.form()
                .text(
                        R.id.edit_hazards,
                        path,
                        context.getString(R.string.edit_hazards),
                        String.join("、", before.getKindsList()),
                        InputType.TYPE_CLASS_TEXT,
                        text -> entry.put(entry.now().toBuilder()
                                .clearKinds()
                                .addAllKinds(kinds(text))
                                .setAsOfOn(today)
                                .build()));
        inputs.form()
                .choice(
                        R.id.edit_special_checkups,
                        path,
                        words.field(HazardousWork.getDescriptor()
                                .findFieldByNumber(HazardousWork.SPECIAL_CHECKUPS_FIELD_NUMBER)),
                        DutyState.getDescriptor(),
                        before.getSpecialCheckups().getValueDescriptor(),
                        chosen -> entry.put(entry.now().toBuilder()
                                .setSpecialCheckups(DutyState.forNumber(chosen.getNumber()))
                                .setAsOfOn(today)
                                .build()));
    }

    private static List<String> kinds(String text) {
        return Arrays.stream(text.split("[、,，]", -1))
                .map(String::trim)
                .filter(kind -> !kind.isEmpty())
                .collect(Collectors.toList());
    }
}
