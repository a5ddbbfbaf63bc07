package tsunagi.server.words;

import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.Observation;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;

/** What visits are called, what is seen on them, and what was promised. */
final class VisitTitles {
    private final TitleWords words;

    VisitTitles(TitleWords words) {
        this.words = words;
    }

    Title of(Visit visit) {
        String what = words.dated(visit.getVisitOn(), words.type(RecordType.RECORD_TYPE_VISIT));
        return words.title(
                words.of(what, words.workplace(visit.getWorkplaceId())),
                TitleWords.first(words.value(visit.getOutcome().getState()), words.phrase("title.planned")),
                words.values(visit.getKindsList()),
                words.members(visit.getMembersMap()));
    }

    Title of(Observation observation) {
        String task = observation.getTask().isBlank()
                ? words.phrase("title.without_task")
                : words.brief(observation.getTask());
        String level = words.value(observation.getHazardLevel());
        return words.title(
                words.of(task, words.department(observation.getDepartmentKey())),
                words.record(RecordType.RECORD_TYPE_VISIT, observation.getVisitId()),
                level.isEmpty() ? "" : words.phrase("title.level", level));
    }

    Title of(FollowUp followUp) {
        String task =
                followUp.getTask().isBlank() ? words.phrase("title.without_task") : words.brief(followUp.getTask());
        var assignment = followUp.getAssignment();
        return words.title(
                words.of(task, words.workplace(followUp.getWorkplaceId())),
                words.day("title.due", followUp.getDueOn()),
                TitleWords.first(words.person(assignment.getAssignedPersonId()), words.body(assignment.getBodyId())),
                TitleWords.first(words.value(followUp.getClosing().getState()), words.phrase("title.open")));
    }
}
