package tsunagi.app.visit;

import android.os.Bundle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tsunagi.app.R;
import tsunagi.app.photo.PhotoPart;
import tsunagi.app.photo.PhotoShown;
import tsunagi.change.FieldPath;
import tsunagi.records.v1.Frequency;
import tsunagi.records.v1.FrequencyPeriod;
import tsunagi.records.v1.Hazard;
import tsunagi.records.v1.HazardLevel;
import tsunagi.records.v1.Load;
import tsunagi.records.v1.LoadHandling;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.Posture;

/** 作業観察: one task in one department, as it is seen on a visit; written standing, with one hand. */
public final class ObservationActivity extends PartActivity<Observation> {
    private TextField task;
    private Choices<String> departments;
    private Choices<HazardLevel> level;
    private Choices<Posture> postures;
    private Choices<Hazard> hazards;
    private Choices<LoadHandling> handling;
    private TextField weight;
    private TextField what;
    private Choices<FrequencyPeriod> period;
    private TextField times;
    private TextField minutes;
    private TextField findings;
    private TextField advice;
    private PhotoPart photos;

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        task = TextField.of(findViewById(R.id.observation_task), form(), Observation.TASK_FIELD_NUMBER);
        departments = Choices.one(
                findViewById(R.id.observation_departments),
                form(),
                Observation.DEPARTMENT_KEY_FIELD_NUMBER,
                key -> Observation.newBuilder().setDepartmentKey(key).build());
        level = Choices.one(
                findViewById(R.id.observation_level),
                form(),
                Observation.HAZARD_LEVEL_FIELD_NUMBER,
                key -> Observation.newBuilder().setHazardLevel(key).build());
        postures = Choices.several(
                findViewById(R.id.observation_postures),
                form(),
                Observation.POSTURES_FIELD_NUMBER,
                Observation::getPosturesList,
                chosen -> Observation.newBuilder().addAllPostures(chosen).build());
        hazards = Choices.several(
                findViewById(R.id.observation_hazards),
                form(),
                Observation.HAZARDS_FIELD_NUMBER,
                Observation::getHazardsList,
                chosen -> Observation.newBuilder().addAllHazards(chosen).build());
        bindLoad();
        bindFrequency();
        findings = TextField.of(findViewById(R.id.observation_findings), form(), Observation.FINDINGS_FIELD_NUMBER);
        advice = TextField.of(findViewById(R.id.observation_advice), form(), Observation.ADVICE_FIELD_NUMBER);
        photos = new FormPhotos<>(this, Observation.PHOTOS_FIELD_NUMBER, (key, photo) -> Observation.newBuilder()
                        .putPhotos(key, photo)
                        .build())
                .part();
        level.offerWords(ObservationWords.LEVELS);
        postures.offerWords(ObservationWords.POSTURES);
        hazards.offerWords(ObservationWords.HAZARDS);
    }

    private void bindLoad() {
        handling = Choices.one(
                findViewById(R.id.observation_handling),
                (key, isChosen) ->
                        carry(isChosen ? carried().setHandling(key) : carried().clearHandling()));
        weight = TextField.of(
                findViewById(R.id.observation_weight),
                typed -> carry(Numbers.ofDecimal(typed)
                        .map(kilograms -> carried().setWeightKilograms(kilograms))
                        .orElseGet(() -> carried().clearWeightKilograms())));
        what = TextField.of(
                findViewById(R.id.observation_what),
                typed -> carry(
                        typed.isEmpty() ? carried().clearWhat() : carried().setWhat(typed)));
        handling.offerWords(ObservationWords.HANDLINGS);
    }

    private void bindFrequency() {
        period = Choices.one(
                findViewById(R.id.observation_period),
                (key, isChosen) -> frequency(
                        isChosen ? frequency().setPeriod(key) : frequency().clearPeriod()));
        times = TextField.number(
                findViewById(R.id.observation_times),
                typed -> frequency(typed.map(number -> frequency().setTimes(number))
                        .orElseGet(() -> frequency().clearTimes())));
        minutes = TextField.number(
                findViewById(R.id.observation_minutes),
                typed -> frequency(typed.map(number -> frequency().setDurationMinutes(number))
                        .orElseGet(() -> frequency().clearDurationMinutes())));
        period.offerWords(ObservationWords.PERIODS);
    }

    private Load.Builder carried() {
        return form().now().getLoad().toBuilder();
    }

    private void carry(Load.Builder load) {
        boolean isEmpty = load.build().equals(Load.getDefaultInstance());
        form().replace(
                        Observation.LOAD_FIELD_NUMBER,
                        isEmpty
                                ? prototype()
                                : Observation.newBuilder().setLoad(load).build());
    }

    private Frequency.Builder frequency() {
        return form().now().getFrequency().toBuilder();
    }

    private void frequency(Frequency.Builder frequency) {
        boolean isEmpty = frequency.build().equals(Frequency.getDefaultInstance());
        form().replace(
                        Observation.FREQUENCY_FIELD_NUMBER,
                        isEmpty
                                ? prototype()
                                : Observation.newBuilder()
                                        .setFrequency(frequency)
                                        .build());
    }

    @Override
    Observation prototype() {
        return Observation.getDefaultInstance();
    }

    @Override
    int layout() {
        return R.layout.visit_observation;
    }

    @Override
    int title() {
        return R.string.visit_observations;
    }

    @Override
    Observation withoutGiven(Observation message) {
        return message.toBuilder().clearVisitId().build();
    }

    @Override
    List<PhotoShown> photosOf(Edited<Observation> edited) {
        return PhotoShown.all(
                tablet().files(), edited.key().teamId(), edited.message().getPhotosMap());
    }

    @Override
    String worded(FieldPath path, String words, Place place) {
        boolean isDepartment = path.number() == Observation.DEPARTMENT_KEY_FIELD_NUMBER;
        return isDepartment && !place.department(words).isEmpty() ? place.department(words) : words;
    }

    @Override
    void drawPart(PartPage<Observation> page) {
        Observation observation = page.edited().message();
        task.show(observation.getTask());
        Map<String, String> offered = new LinkedHashMap<>(page.place().departments());
        String department = observation.getDepartmentKey();
        if (!department.isEmpty()) {
            offered.putIfAbsent(department, page.place().department(department));
        }
        departments.offer(offered).show(department);
        level.show(observation.getHazardLevel());
        postures.show(observation.getPosturesList());
        hazards.show(observation.getHazardsList());
        Load load = observation.getLoad();
        handling.show(load.getHandling());
        weight.show(load.hasWeightKilograms() ? Numbers.text(load.getWeightKilograms()) : "");
        what.show(load.getWhat());
        Frequency frequency = observation.getFrequency();
        period.show(frequency.getPeriod());
        times.show(frequency.hasTimes() ? Integer.toString(frequency.getTimes()) : "");
        minutes.show(frequency.hasDurationMinutes() ? Integer.toString(frequency.getDurationMinutes()) : "");
        findings.show(observation.getFindings());
        advice.show(observation.getAdvice());
        photos.show(
                tablet().files(),
                page.photos(),
                FormPhotos.isAllowed(page.visit(), page.place()),
                FormPhotos.whyNot(page.visit(), page.place()));
    }
}
