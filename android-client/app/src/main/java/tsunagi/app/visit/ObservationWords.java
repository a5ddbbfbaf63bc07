package tsunagi.app.visit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tsunagi.app.R;
import tsunagi.records.v1.FrequencyPeriod;
import tsunagi.records.v1.Hazard;
import tsunagi.records.v1.HazardLevel;
import tsunagi.records.v1.LoadHandling;
import tsunagi.records.v1.Posture;

/** The words for what may be chosen on an observation, in the order in which it is offered. */
final class ObservationWords {
    static final Map<LoadHandling, Integer> HANDLINGS = handlings();
    static final Map<Posture, Integer> POSTURES = postures();
    static final Map<FrequencyPeriod, Integer> PERIODS = periods();
    static final Map<Hazard, Integer> HAZARDS = hazards();
    static final Map<HazardLevel, Integer> LEVELS = levels();

    private ObservationWords() {}

    private static Map<LoadHandling, Integer> handlings() {
        Map<LoadHandling, Integer> words = new LinkedHashMap<>();
        words.put(LoadHandling.LOAD_HANDLING_LIFT, R.string.visit_handling_lift);
        words.put(LoadHandling.LOAD_HANDLING_CARRY, R.string.visit_handling_carry);
        words.put(LoadHandling.LOAD_HANDLING_PUSH_PULL, R.string.visit_handling_push_pull);
        words.put(LoadHandling.LOAD_HANDLING_PERSON, R.string.visit_handling_person);
        return Collections.unmodifiableMap(words);
    }

    private static Map<Posture, Integer> postures() {
        Map<Posture, Integer> words = new LinkedHashMap<>();
        words.put(Posture.POSTURE_BENT_FORWARD, R.string.visit_posture_bent);
        words.put(Posture.POSTURE_TWISTED, R.string.visit_posture_twisted);
        words.put(Posture.POSTURE_SQUATTING, R.string.visit_posture_squatting);
        words.put(Posture.POSTURE_ARMS_RAISED, R.string.visit_posture_arms);
        words.put(Posture.POSTURE_STANDING, R.string.visit_posture_standing);
        words.put(Posture.POSTURE_SITTING, R.string.visit_posture_sitting);
        words.put(Posture.POSTURE_NECK_BENT, R.string.visit_posture_neck);
        words.put(Posture.POSTURE_REPETITIVE, R.string.visit_posture_repetitive);
        words.put(Posture.POSTURE_OTHER, R.string.visit_posture_other);
        return Collections.unmodifiableMap(words);
    }

    private static Map<FrequencyPeriod, Integer> periods() {
        Map<FrequencyPeriod, Integer> words = new LinkedHashMap<>();
        words.put(FrequencyPeriod.FREQUENCY_PERIOD_HOUR, R.string.visit_period_hour);
        words.put(FrequencyPeriod.FREQUENCY_PERIOD_DAY, R.string.visit_period_day);
        words.put(FrequencyPeriod.FREQUENCY_PERIOD_WEEK, R.string.visit_period_week);
        words.put(FrequencyPeriod.FREQUENCY_PERIOD_MONTH, R.string.visit_period_month);
        words.put(FrequencyPeriod.FREQUENCY_PERIOD_YEAR, R.string.visit_period_year);
        return Collections.unmodifiableMap(words);
    }

    private static Map<Hazard, Integer> hazards() {
        Map<Hazard, Integer> words = new LinkedHashMap<>();
        words.put(Hazard.HAZARD_LOW_BACK, R.string.visit_hazard_low_back);
        words.put(Hazard.HAZARD_FALL, R.string.visit_hazard_fall);
        words.put(Hazard.HAZARD_FALL_FROM_HEIGHT, R.string.visit_hazard_height);
        words.put(Hazard.HAZARD_CAUGHT, R.string.visit_hazard_caught);
        words.put(Hazard.HAZARD_CUT, R.string.visit_hazard_cut);
        words.put(Hazard.HAZARD_HEAT_COLD, R.string.visit_hazard_heat);
        words.put(Hazard.HAZARD_NOISE_VIBRATION, R.string.visit_hazard_noise);
        words.put(Hazard.HAZARD_LIGHT_SCREEN, R.string.visit_hazard_light);
        words.put(Hazard.HAZARD_SUBSTANCE, R.string.visit_hazard_substance);
        words.put(Hazard.HAZARD_STRAIN, R.string.visit_hazard_strain);
        words.put(Hazard.HAZARD_OTHER, R.string.visit_hazard_other);
        return Collections.unmodifiableMap(words);
    }

    private static Map<HazardLevel, Integer> levels() {
        Map<HazardLevel, Integer> words = new LinkedHashMap<>();
        words.put(HazardLevel.HAZARD_LEVEL_LOW, R.string.visit_level_low);
        words.put(HazardLevel.HAZARD_LEVEL_MEDIUM, R.string.visit_level_medium);
        words.put(HazardLevel.HAZARD_LEVEL_HIGH, R.string.visit_level_high);
        return Collections.unmodifiableMap(words);
    }
}
