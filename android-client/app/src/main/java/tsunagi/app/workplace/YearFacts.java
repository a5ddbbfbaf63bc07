package tsunagi.app.workplace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import tsunagi.app.draft.MapEntryInput;
import tsunagi.app.draft.OpenDraft;
import tsunagi.change.FieldPath;
import tsunagi.records.v1.DutyFact;
import tsunagi.records.v1.HazardousWork;
import tsunagi.records.v1.Headcount;
import tsunagi.records.v1.HealthDeclaration;
import tsunagi.records.v1.SmokeProtection;
import tsunagi.records.v1.Workplace;

/** What was told about a workplace for one fiscal year, as it stands on the screen. */
final class YearFacts {
    private static final String BEFORE_SCHEME = "/";

    private final OpenDraft open;
    private final String year;
    private final MapEntryInput<Headcount> headcount;
    private final MapEntryInput<SmokeProtection> smoke;
    private final MapEntryInput<HazardousWork> hazards;
    private final Map<Integer, MapEntryInput<DutyFact>> duties = new LinkedHashMap<>();
    private final Map<String, MapEntryInput<HealthDeclaration>> declarations = new TreeMap<>();

    YearFacts(OpenDraft open, int fiscalYear, Workplace now) {
        this.open = open;
        this.year = Integer.toString(fiscalYear);
        headcount = new MapEntryInput<>(
                open,
                path(Workplace.HEADCOUNTS_FIELD_NUMBER),
                now.getHeadcountsOrDefault(year, Headcount.getDefaultInstance()),
                (key, entry) -> Workplace.newBuilder().putHeadcounts(key, entry).build());
        smoke = new MapEntryInput<>(
                open,
                path(Workplace.SMOKE_PROTECTIONS_FIELD_NUMBER),
                now.getSmokeProtectionsOrDefault(year, SmokeProtection.getDefaultInstance()),
                (key, entry) ->
                        Workplace.newBuilder().putSmokeProtections(key, entry).build());
        hazards = new MapEntryInput<>(
                open,
                path(Workplace.HAZARDOUS_WORKS_FIELD_NUMBER),
                now.getHazardousWorksOrDefault(year, HazardousWork.getDefaultInstance()),
                (key, entry) ->
                        Workplace.newBuilder().putHazardousWorks(key, entry).build());
        duty(Workplace.CHECKUPS_FIELD_NUMBER, now.getCheckupsMap(), (key, fact) -> Workplace.newBuilder()
                .putCheckups(key, fact)
                .build());
        duty(Workplace.DOCTOR_OPINIONS_FIELD_NUMBER, now.getDoctorOpinionsMap(), (key, fact) -> Workplace.newBuilder()
                .putDoctorOpinions(key, fact)
                .build());
        duty(Workplace.REEXAMINATIONS_FIELD_NUMBER, now.getReexaminationsMap(), (key, fact) -> Workplace.newBuilder()
                .putReexaminations(key, fact)
                .build());
        duty(Workplace.SAFETY_OFFICERS_FIELD_NUMBER, now.getSafetyOfficersMap(), (key, fact) -> Workplace.newBuilder()
                .putSafetyOfficers(key, fact)
                .build());
        now.getHealthDeclarationsMap().forEach((key, declaration) -> {
            if (key.startsWith(year + BEFORE_SCHEME)) {
                declarations.put(key.substring(key.indexOf(BEFORE_SCHEME) + 1), declaration(key, declaration));
            }
        });
    }

    /** The fiscal year that a key of any of these facts is about; what is no year comes as 0. */
    static int yearOf(String key) {
        String year = key.split(BEFORE_SCHEME, 2)[0];
        return year.matches("[0-9]{4}") ? Integer.parseInt(year) : 0;
    }

    private FieldPath path(int number) {
        return FieldPath.entry(number, year);
    }

    private void duty(int number, Map<String, DutyFact> facts, BiFunction<String, DutyFact, Workplace> record) {
        DutyFact before = facts.getOrDefault(year, DutyFact.getDefaultInstance());
        duties.put(number, new MapEntryInput<>(open, path(number), before, record::apply));
    }

    private MapEntryInput<HealthDeclaration> declaration(String key, HealthDeclaration before) {
        return new MapEntryInput<>(
                open,
                FieldPath.entry(Workplace.HEALTH_DECLARATIONS_FIELD_NUMBER, key),
                before,
                (entryKey, entry) -> Workplace.newBuilder()
                        .putHealthDeclarations(entryKey, entry)
                        .build());
    }

    MapEntryInput<Headcount> headcount() {
        return headcount;
    }

    MapEntryInput<SmokeProtection> smoke() {
        return smoke;
    }

    MapEntryInput<HazardousWork> hazards() {
        return hazards;
    }

    MapEntryInput<DutyFact> duty(int number) {
        return duties.get(number);
    }

    /** By the names of their schemes; one that was taken out has nothing in it. */
    Map<String, MapEntryInput<HealthDeclaration>> declarations() {
        return declarations;
    }

    /** The declaration under a scheme, which may be one that nobody named yet. */
    MapEntryInput<HealthDeclaration> declaration(String scheme) {
        return declarations.computeIfAbsent(
                scheme, name -> declaration(year + BEFORE_SCHEME + name, HealthDeclaration.getDefaultInstance()));
    }
}
