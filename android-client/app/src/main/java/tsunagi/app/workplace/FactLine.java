package tsunagi.app.workplace;

import android.content.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.words.DayWords;
import tsunagi.app.words.FieldWords;
import tsunagi.change.FieldPath;
import tsunagi.records.v1.DutyFact;
import tsunagi.records.v1.HazardousWork;
import tsunagi.records.v1.Headcount;
import tsunagi.records.v1.HealthDeclaration;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.SmokeProtection;
import tsunagi.records.v1.Workplace;

/**
 * What was told about a workplace from year to year, of one kind.
 *
 * @param years a line for each fiscal year, the latest first
 */
record FactLine(String title, List<String> years) {
    static List<FactLine> of(Context context, Workplace workplace) {
        List<FactLine> lines = new Reader(context).lines(workplace);
        return lines.stream().filter(line -> !line.years().isEmpty()).collect(Collectors.toList());
    }

    private static final class Reader {
        private final Context context;
        private final FieldWords words;
        private final DayWords days;

        Reader(Context context) {
            this.context = context;
            this.words = new FieldWords(context);
            this.days = new DayWords(context, TsunagiApp.parts(context).today());
        }

        List<FactLine> lines(Workplace workplace) {
            List<FactLine> lines = new ArrayList<>();
            lines.add(line(Workplace.HEADCOUNTS_FIELD_NUMBER, workplace.getHeadcountsMap(), this::people));
            lines.add(line(Workplace.CHECKUPS_FIELD_NUMBER, workplace.getCheckupsMap(), this::duty));
            lines.add(line(Workplace.DOCTOR_OPINIONS_FIELD_NUMBER, workplace.getDoctorOpinionsMap(), this::duty));
            lines.add(line(Workplace.REEXAMINATIONS_FIELD_NUMBER, workplace.getReexaminationsMap(), this::duty));
            lines.add(line(Workplace.HAZARDOUS_WORKS_FIELD_NUMBER, workplace.getHazardousWorksMap(), this::hazard));
            lines.add(line(Workplace.SMOKE_PROTECTIONS_FIELD_NUMBER, workplace.getSmokeProtectionsMap(), this::smoke));
            lines.add(line(Workplace.SAFETY_OFFICERS_FIELD_NUMBER, workplace.getSafetyOfficersMap(), this::duty));
            lines.add(line(
                    Workplace.HEALTH_DECLARATIONS_FIELD_NUMBER,
                    workplace.getHealthDeclarationsMap(),
                    this::declaration));
            return lines;
        }

        private <F> FactLine line(int field, Map<String, F> byYear, Function<F, String> fact) {
            List<String> years = byYear.entrySet().stream()
                    .sorted(Map.Entry.<String, F>comparingByKey(Comparator.reverseOrder()))
                    .map(entry -> context.getString(
                            R.string.workplace_fact, year(entry.getKey()), fact.apply(entry.getValue())))
                    .collect(Collectors.toList());
            return new FactLine(words.field(RecordType.RECORD_TYPE_WORKPLACE_VALUE, FieldPath.field(field)), years);
        }

        /** Of declarations, the name of the scheme comes after the year. */
        private String year(String key) {
            String[] parts = key.split("/", 2);
            String year = parts[0].matches("[0-9]{4}") ? days.fiscalYear(Integer.parseInt(parts[0])) : parts[0];
            return parts.length > 1 ? year + " " + parts[1] : year;
        }

        private String people(Headcount headcount) {
            return context.getResources()
                    .getQuantityString(R.plurals.workplace_people, headcount.getPeople(), headcount.getPeople());
        }

        private String duty(DutyFact fact) {
            List<String> parts = new ArrayList<>();
            parts.add(words.value(fact.getState().getValueDescriptor()));
            if (fact.hasDonePeople() && fact.hasOwedPeople()) {
                parts.add(
                        context.getString(R.string.workplace_done_of_owed, fact.getDonePeople(), fact.getOwedPeople()));
            }
            parts.add(fact.getRemarks());
            return join(parts);
        }

        private String hazard(HazardousWork work) {
            List<String> parts = new ArrayList<>(work.getKindsList());
            parts.add(words.value(work.getSpecialCheckups().getValueDescriptor()));
            parts.add(work.getRemarks());
            return join(parts);
        }

        private String smoke(SmokeProtection protection) {
            List<String> parts = new ArrayList<>();
            parts.add(words.value(protection.getMeasure().getValueDescriptor()));
            parts.add(protection.getRemarks());
            return join(parts);
        }

        private String declaration(HealthDeclaration declaration) {
            List<String> parts = new ArrayList<>();
            parts.add(words.value(declaration.getKind().getValueDescriptor()));
            parts.add(declaration.getIssuer());
            parts.add(declaration.getGrade());
            parts.add(declaration.getGrantedOn().isEmpty() ? "" : days.day(declaration.getGrantedOn()));
            return join(parts);
        }

        private String join(List<String> parts) {
            return parts.stream()
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(context.getString(R.string.word_between)));
        }
    }
}
