package tsunagi.server.figures;

import static tsunagi.server.figures.Unit.CASES;
import static tsunagi.server.figures.Unit.COURSES;
import static tsunagi.server.figures.Unit.PEOPLE;
import static tsunagi.server.figures.Unit.PLACES;
import static tsunagi.server.figures.Unit.SHEETS;
import static tsunagi.server.figures.Unit.TIMES;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A view that has one row of counts for each way in which work is split. */
enum CountingView {
    APPROACH(
            Fact.of("approached", "approached", PLACES, "workplaces", PLACES),
            Fact.of("accepted", "accepted", CASES, "accepted_workplaces", PLACES),
            Fact.of("interested", "interested", CASES),
            Fact.of("later", "later", CASES),
            Fact.of("declined", "declined", CASES),
            Fact.of("unanswered", "unanswered", CASES),
            Fact.of("late", "late", CASES)),
    REQUEST(
            Fact.of("requests", "requests", CASES, "workplaces", PLACES),
            Fact.of("accepted", "accepted", CASES),
            Fact.of("declined", "declined", CASES),
            Fact.of("no_capacity", "no_capacity", CASES),
            Fact.of("taken_back", "taken_back", CASES),
            Fact.of("undecided", "undecided", CASES),
            Fact.of("late", "late", CASES)),
    PLAN(
            Fact.of("planned_visits", "planned_visits", TIMES),
            Fact.of("visits", "visits", TIMES),
            Fact.of("planned_workshops", "planned_workshops", TIMES),
            Fact.of("workshops", "workshops", TIMES),
            Fact.distinct("planned_workplaces", "planned_workplaces", PLACES),
            Fact.distinct("workplaces", "workplaces", PLACES)),
    VISIT(
            Fact.of("visits", "visits", TIMES, "workplaces", PLACES),
            Fact.of("attempts", "attempts", TIMES, "attempted_workplaces", PLACES),
            Fact.of("planned", "planned", TIMES),
            Fact.of("cancelled", "cancelled", TIMES),
            Fact.of("late", "late", TIMES)),
    REACH(
            Fact.of("reached", "occasions", TIMES, "workplaces", PLACES),
            Fact.distinct("new", "new_workplaces", PLACES),
            Fact.distinct("repeat", "repeat_workplaces", PLACES)),
    WORKSHOP(
            Fact.of("workshops", "workshops", TIMES, "courses", COURSES),
            Fact.of("participants", "participants", PEOPLE),
            Fact.of("named", "named_participants", PEOPLE, "distinct_participants", PEOPLE),
            Fact.of("workplaces", "workplaces_by_workshop", PLACES, "workplaces", PLACES),
            Fact.of("planned", "planned", TIMES),
            Fact.of("cancelled", "cancelled", TIMES),
            Fact.of("late", "late", TIMES)),
    QUESTIONNAIRE(
            Fact.of("rounds", "rounds", TIMES, "workplaces", PLACES),
            Fact.of("addressed", "addressed", PEOPLE),
            Fact.of("sheets_out", "sheets_out", SHEETS),
            Fact.of("sheets_back", "sheets_back", SHEETS),
            Fact.of("sheets_valid", "sheets_valid", SHEETS),
            Fact.of("late", "late", TIMES)),
    ACTION(
            Fact.of("actions", "actions", CASES, "workplaces", PLACES),
            Fact.of("going_on", "going_on", CASES, "going_on_workplaces", PLACES),
            Fact.of("stopped", "stopped", CASES),
            Fact.of("late", "late", CASES)),
    FOLLOW_UP(
            Fact.of("follow_ups", "follow_ups", CASES),
            Fact.of("done", "done", CASES),
            Fact.of("open", "open_follow_ups", CASES),
            Fact.of("overdue", "overdue", CASES, "overdue_workplaces", PLACES),
            Fact.of("dropped", "dropped", CASES));

    // A List.of of records.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Fact> facts;

    CountingView(Fact... facts) {
        this.facts = List.of(facts);
    }

    List<Fact> facts() {
        return facts;
    }

    Fact fact(String key) {
        return facts.stream().filter(fact -> fact.key().equals(key)).findFirst().orElseThrow();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String view() {
        return "figure_" + key();
    }

    /** Plans are made for programmes, rounds belong to no body and no theme. */
    boolean isSplitBy(SplitBy by) {
        return switch (this) {
            case PLAN -> Set.of(SplitBy.TOTAL, SplitBy.PROGRAM, SplitBy.BODY).contains(by);
            case QUESTIONNAIRE -> by != SplitBy.BODY && by != SplitBy.THEME;
            default -> true;
        };
    }
}
