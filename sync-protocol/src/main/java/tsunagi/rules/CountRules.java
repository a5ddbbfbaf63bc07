package tsunagi.rules;

import java.util.Map;
import tsunagi.records.v1.Consultation;
import tsunagi.records.v1.Measuring;
import tsunagi.records.v1.PeopleCount;

/** Rules for counselling and measuring, which are kept as counts. */
final class CountRules {
    private CountRules() {}

    static void check(Consultation consultation, Findings found, RuleContext others) {
        found.required(!consultation.getHeldOn().isEmpty(), "held_on", "個別相談をした日", "The day of the counselling");
        found.required(
                consultation.hasPeople() || consultation.getPeopleByThemeCount() > 0,
                "people",
                "相談した人数",
                "How many came");
        Days.expectInProgramme(found, consultation.getHeldOn(), "held_on", consultation.getProgramId(), others);
        if (consultation.hasPeople()) {
            checkParts(consultation.getPeople(), consultation.getPeopleByThemeMap(), "people_by_theme", found);
            checkSum(consultation.getPeople(), consultation.getPeopleByWorkshopMap(), found);
        }
        VisitRules.checkKeys(
                consultation.getWorkedTimesMap().keySet(),
                consultation.getMembersMap().keySet(),
                "worked_times",
                found);
    }

    static void check(Measuring measuring, Findings found, RuleContext others) {
        found.required(!measuring.getHeldOn().isEmpty(), "held_on", "測定会の日", "The day of the measuring");
        found.required(
                measuring.hasPeople() || measuring.getPeopleByDeviceCount() > 0, "people", "測定した人数", "How many came");
        Days.expectInProgramme(found, measuring.getHeldOn(), "held_on", measuring.getProgramId(), others);
        if (measuring.hasPeople()) {
            checkParts(measuring.getPeople(), measuring.getPeopleByDeviceMap(), "people_by_device", found);
            checkSum(measuring.getPeople(), measuring.getPeopleByWorkshopMap(), found);
        }
        VisitRules.checkKeys(
                measuring.getWorkedTimesMap().keySet(),
                measuring.getMembersMap().keySet(),
                "worked_times",
                found);
    }

    /** Somebody may count in several parts, but no part has more people than came. */
    private static void checkParts(int people, Map<String, PeopleCount> parts, String field, Findings found) {
        parts.forEach((key, part) -> found.warnIf(
                part.getPeople() > people,
                field + "." + key,
                "more_than_all",
                "内訳の人数(" + part.getPeople() + "人)が、来た人数(" + people + "人)より多くなっています。",
                "A part (" + part.getPeople() + ") has more people than came (" + people + ")."));
    }

    /** Nobody comes from two workshops at once. */
    private static void checkSum(int people, Map<String, PeopleCount> byWorkshop, Findings found) {
        int sum = byWorkshop.values().stream().mapToInt(PeopleCount::getPeople).sum();
        found.warnIf(
                sum > people,
                "people_by_workshop",
                "more_than_all",
                "講座から来た人数の合計(" + sum + "人)が、来た人数(" + people + "人)より多くなっています。",
                "More people came from workshops (" + sum + ") than came at all (" + people + ").");
    }
}
