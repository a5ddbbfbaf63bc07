package tsunagi.app.visit;

import android.content.res.Resources;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tsunagi.app.R;
import tsunagi.change.FieldPath;
import tsunagi.records.v1.HandedOut;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitOutcome;
import tsunagi.records.v1.WorkedTime;

/** The fields of a visit, and what stands in them, in words. */
record FieldWords(Resources words, People people, Place place, Map<String, String> materials) {
    String label(FieldPath path) {
        return words.getString(
                switch (path.number()) {
                    case Visit.VISIT_ON_FIELD_NUMBER -> R.string.visit_when;
                    case Visit.STARTS_AT_FIELD_NUMBER -> R.string.visit_starts_at;
                    case Visit.OUTCOME_FIELD_NUMBER -> R.string.visit_outcome;
                    case Visit.KINDS_FIELD_NUMBER -> R.string.visit_kinds;
                    case Visit.THEME_KEYS_FIELD_NUMBER -> R.string.visit_themes;
                    case Visit.MEMBERS_FIELD_NUMBER -> R.string.visit_members;
                    case Visit.WORKED_TIMES_FIELD_NUMBER -> R.string.visit_hours;
                    case Visit.MET_CONTACT_IDS_FIELD_NUMBER -> R.string.visit_met;
                    case Visit.MET_WORKERS_FIELD_NUMBER -> R.string.visit_met_workers;
                    case Visit.NEEDS_FIELD_NUMBER -> R.string.visit_needs;
                    case Visit.FINDINGS_FIELD_NUMBER -> R.string.visit_findings;
                    case Visit.ADVICE_FIELD_NUMBER -> R.string.visit_advice;
                    case Visit.MATERIALS_FIELD_NUMBER -> R.string.visit_materials;
                    case Visit.PHOTO_PERMISSION_FIELD_NUMBER -> R.string.visit_photo_permission;
                    case Visit.PHOTOS_FIELD_NUMBER -> R.string.visit_photos;
                    default -> R.string.visit_other_field;
                });
    }

    /** What stands in a field; what has nothing in it is said so. */
    String value(FieldPath path, ByteString bytes) {
        String text = bytes.isEmpty() ? "" : text(path, parse(bytes));
        return text.isEmpty() ? words.getString(R.string.visit_nothing) : text;
    }

    private static Visit parse(ByteString bytes) {
        try {
            return Visit.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a kept value does not parse", e);
        }
    }

    private String text(FieldPath path, Visit visit) {
        return switch (path.number()) {
            case Visit.VISIT_ON_FIELD_NUMBER -> DayWords.of(words, visit.getVisitOn());
            case Visit.STARTS_AT_FIELD_NUMBER -> visit.getStartsAt();
            case Visit.OUTCOME_FIELD_NUMBER -> outcome(visit.getOutcome());
            case Visit.KINDS_FIELD_NUMBER -> kinds(visit);
            case Visit.THEME_KEYS_FIELD_NUMBER -> chosen(VisitWords.THEMES, visit.getThemeKeysList());
            case Visit.MEMBERS_FIELD_NUMBER -> list(people.names(visit));
            case Visit.WORKED_TIMES_FIELD_NUMBER -> times(visit);
            case Visit.MET_CONTACT_IDS_FIELD_NUMBER -> contacts(visit);
            case Visit.MET_WORKERS_FIELD_NUMBER -> Integer.toString(visit.getMetWorkers());
            case Visit.NEEDS_FIELD_NUMBER -> visit.getNeeds();
            case Visit.FINDINGS_FIELD_NUMBER -> visit.getFindings();
            case Visit.ADVICE_FIELD_NUMBER -> visit.getAdvice();
            case Visit.MATERIALS_FIELD_NUMBER -> handedOut(visit.getMaterialsMap());
            case Visit.PHOTO_PERMISSION_FIELD_NUMBER ->
                words.getString(VisitLine.word(
                                VisitWords.CONSENTS, visit.getPhotoPermission().getConsent(), R.string.visit_nothing))
                        + " "
                        + visit.getPhotoPermission().getExceptWhere();
            default -> words.getString(R.string.visit_something);
        };
    }

    String kinds(Visit visit) {
        return chosen(VisitWords.KINDS, visit.getKindsList());
    }

    private String outcome(VisitOutcome outcome) {
        List<String> said = new ArrayList<>();
        said.add(words.getString(VisitLine.word(VisitWords.STATES, outcome.getState(), R.string.visit_planned)));
        if (!outcome.getRetryOn().isEmpty()) {
            said.add(words.getString(R.string.visit_retry) + " " + DayWords.of(words, outcome.getRetryOn()));
        }
        outcome.getReasonsList()
                .forEach(reason -> said.add(
                        words.getString(VisitLine.word(VisitWords.REASONS, reason, R.string.visit_reason_other))));
        said.add(outcome.getReasonWords());
        said.removeIf(String::isEmpty);
        return String.join(words.getString(R.string.visit_separator), said);
    }

    private <K> String chosen(Map<K, Integer> known, List<K> keys) {
        List<String> said = new ArrayList<>();
        keys.forEach(key -> said.add(known.containsKey(key) ? words.getString(known.get(key)) : key.toString()));
        return list(said);
    }

    private String contacts(Visit visit) {
        List<String> said = new ArrayList<>();
        visit.getMetContactIdsList()
                .forEach(id ->
                        said.add(place.contacts().getOrDefault(id, words.getString(R.string.visit_person_unknown))));
        return list(said);
    }

    private String handedOut(Map<String, HandedOut> materials) {
        List<String> said = new ArrayList<>();
        materials.forEach((id, out) -> said.add(
                this.materials.getOrDefault(id, words.getString(R.string.visit_untitled)) + " × " + out.getCopies()));
        return list(said);
    }

    private String times(Visit visit) {
        List<String> said = new ArrayList<>();
        visit.getWorkedTimesMap().forEach((key, time) -> said.add(people.name(key) + " " + minutes(time)));
        return list(said);
    }

    private static String minutes(WorkedTime time) {
        return time.getWorkingMinutes() + " / " + time.getTravelMinutes() + " / " + time.getPreparationMinutes();
    }

    private String list(List<String> said) {
        return String.join(words.getString(R.string.visit_list_separator), said);
    }
}
