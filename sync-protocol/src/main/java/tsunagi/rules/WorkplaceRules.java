package tsunagi.rules;

import java.util.Map;
import tsunagi.calendar.FiscalYear;
import tsunagi.records.v1.Contact;
import tsunagi.records.v1.Department;
import tsunagi.records.v1.DutyFact;
import tsunagi.records.v1.HeadcountPart;
import tsunagi.records.v1.Industry;
import tsunagi.records.v1.Workplace;

/** Rules for workplaces and the people one talks to there. */
final class WorkplaceRules {
    private static final int YEAR_MIN = 1950;
    private static final int YEAR_MAX = 2200;

    private WorkplaceRules() {}

    static void check(Workplace workplace, Findings found, RuleContext others) {
        found.required(!workplace.getName().isEmpty(), "name", "事業場の名称", "The name of the workplace");
        found.wanted(
                !workplace.getMunicipalityCode().isEmpty(),
                "municipality_code",
                "市区町村(地域別の集計)",
                "The municipality (figures by area)");
        found.wanted(
                workplace.getIndustry() != Industry.INDUSTRY_UNSPECIFIED,
                "industry",
                "業種(産業大分類 A〜T)",
                "The industry (A to T)");
        checkYears(found, "headcounts", workplace.getHeadcountsMap());
        workplace.getHeadcountsMap().forEach((year, headcount) -> {
            int position = 1;
            for (HeadcountPart part : headcount.getPartsList()) {
                checkDepartment(
                        workplace,
                        part.getDepartmentKey(),
                        "headcounts." + year + ".parts." + position++ + ".department_key",
                        found);
            }
        });
        checkDuties(found, "checkups", workplace.getCheckupsMap());
        checkDuties(found, "doctor_opinions", workplace.getDoctorOpinionsMap());
        checkDuties(found, "reexaminations", workplace.getReexaminationsMap());
        checkDuties(found, "safety_officers", workplace.getSafetyOfficersMap());
        checkYears(found, "hazardous_works", workplace.getHazardousWorksMap());
        checkYears(found, "smoke_protections", workplace.getSmokeProtectionsMap());
        workplace.getDepartmentsMap().forEach((key, department) -> checkGroup(workplace, key, department, found));
    }

    private static void checkGroup(Workplace workplace, String key, Department department, Findings found) {
        String group = department.getReportingGroupKey();
        found.warnIf(
                !group.isEmpty() && !workplace.containsReportingGroups(group),
                "departments." + key + ".reporting_group_key",
                "unknown_reporting_group",
                "部署「" + department.getName() + "」の集計グループが見つかりません。選び直してください。",
                "The reporting group of '" + department.getName() + "' does not exist. Choose one that does.");
        found.required(
                !department.getName().isEmpty(), "departments." + key + ".name", "部署の名称", "The department's name");
    }

    /** A warning when a department is named that the workplace does not have. */
    static void checkDepartment(Workplace workplace, String key, String field, Findings found) {
        found.warnIf(
                !key.isEmpty() && !workplace.containsDepartments(key),
                field,
                "unknown_department",
                "この部署は事業場「" + workplace.getName() + "」に登録されていません。部署を選び直すか、事業場に加えてください。",
                "The workplace has no such department. Choose another, or add it to the workplace.");
    }

    private static void checkDuties(Findings found, String field, Map<String, DutyFact> facts) {
        checkYears(found, field, facts);
        facts.forEach((year, fact) -> found.warnIf(
                fact.hasDonePeople() && fact.hasOwedPeople() && fact.getDonePeople() > fact.getOwedPeople(),
                field + "." + year + ".done_people",
                "more_than_owed",
                "実施した人数が対象の人数より多くなっています。数を確かめてください。",
                "More people had it than were owed it. Check the numbers."));
    }

    private static void checkYears(Findings found, String field, Map<String, ?> byYear) {
        for (String year : byYear.keySet()) {
            if (!year.matches("[0-9]{4}") || !isPlausible(Integer.parseInt(year))) {
                found.error(
                        field + "." + year,
                        "not_a_fiscal_year",
                        "「" + year + "」は年度として読めません。2024 のように西暦4桁で入れてください。",
                        "'" + year + "' is no fiscal year. Enter it like 2024.");
            }
        }
    }

    /** Whether somebody could mean this fiscal year. */
    static boolean isPlausible(int fiscalYear) {
        return new FiscalYear(fiscalYear).startingYear() >= YEAR_MIN && fiscalYear <= YEAR_MAX;
    }

    static void check(Contact contact, Findings found, RuleContext others) {
        boolean isAnywhere =
                !contact.getWorkplaceId().isEmpty() || !contact.getBodyId().isEmpty();
        found.required(isAnywhere, "workplace_id", "関係者の所属(事業場か機関)", "Where the person is (a workplace or a body)");
        found.warnIf(
                !contact.getWorkplaceId().isEmpty() && !contact.getBodyId().isEmpty(),
                "body_id",
                "two_places",
                "事業場と機関の両方が入っています。二つの立場がある人は、関係者を二つ作ってください。",
                "Both a workplace and a body are given. Somebody with two posts is two records.");
        found.required(
                !contact.getName().isEmpty()
                        || contact.getRolesCount() > 0
                        || !contact.getJobTitle().isEmpty(),
                "name",
                "氏名(分からなければ役割か役職)",
                "The name (or, when not known, the role or title)");
    }
}
