package tsunagi.rules;

import tsunagi.calendar.FiscalYear;
import tsunagi.records.v1.MultiYearPlan;
import tsunagi.records.v1.Program;

/** Rules for programmes. */
final class ProgramRules {
    private ProgramRules() {}

    static void check(Program program, Findings found, RuleContext others) {
        found.required(!program.getName().isEmpty(), "name", "年度事業の名称", "The name of the programme");
        found.required(program.hasFiscalYear(), "fiscal_year", "年度", "The fiscal year");
        if (!program.hasFiscalYear()) {
            return;
        }
        if (!WorkplaceRules.isPlausible(program.getFiscalYear())) {
            found.error(
                    "fiscal_year",
                    "not_a_fiscal_year",
                    "「" + program.getFiscalYear() + "」は年度として読めません。2024 のように西暦4桁で入れてください。",
                    "'" + program.getFiscalYear() + "' is no fiscal year. Enter it like 2024.");
            return;
        }
        FiscalYear year = new FiscalYear(program.getFiscalYear());
        Days.expectOrder(
                found,
                year.firstDay().toString(),
                program.getClosesOn(),
                "closes_on",
                "締め日が年度の始まりより前です",
                "The closing date is before the fiscal year begins");
        if (program.hasMultiYearPlan()) {
            checkPlan(program.getMultiYearPlan(), year, found);
        }
    }

    private static void checkPlan(MultiYearPlan plan, FiscalYear year, Findings found) {
        if (!plan.hasFirstFiscalYear() || !plan.hasLastFiscalYear()) {
            return;
        }
        int first = plan.getFirstFiscalYear();
        int last = plan.getLastFiscalYear();
        if (last < first) {
            found.error(
                    "multi_year_plan.last_fiscal_year",
                    "order",
                    "計画の最終年度(" + last + ")が初年度(" + first + ")より前です。年度を確かめてください。",
                    "The plan's last year (" + last + ") is before its first (" + first + "). Check the years.");
        }
        found.warnIf(
                first <= last && (year.startingYear() < first || year.startingYear() > last),
                "multi_year_plan",
                "outside_plan",
                "この年度(" + year + ")は計画の期間(" + first + "〜" + last + "年度)の外です。年度か計画を確かめてください。",
                "The fiscal year is outside of the plan (" + first + " to " + last + "). Check the year or the plan.");
    }
}
