package tsunagi.rules;

import java.util.Optional;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.AttendanceMark;
import tsunagi.records.v1.AttendanceMethod;
import tsunagi.records.v1.AttendanceState;
import tsunagi.records.v1.CountingBasis;
import tsunagi.records.v1.Course;
import tsunagi.records.v1.Participant;
import tsunagi.records.v1.ParticipantSide;
import tsunagi.records.v1.Workplace;
import tsunagi.records.v1.Workshop;
import tsunagi.records.v1.WorkshopState;

/** Rules for courses, their holdings, and who came. */
final class WorkshopRules {
    private WorkshopRules() {}

    static void check(Course course, Findings found, RuleContext others) {
        found.required(!course.getTitle().isEmpty(), "title", "講座の名称", "The title of the course");
    }

    static void check(Workshop workshop, Findings found, RuleContext others) {
        found.required(
                !workshop.getTitle().isEmpty() || !workshop.getCourseId().isEmpty(),
                "title",
                "講座かこの回の名称",
                "The course, or the title of this holding");
        found.required(!workshop.getHeldOn().isEmpty(), "held_on", "開催日", "The day it is held");
        Days.expectInProgramme(found, workshop.getHeldOn(), "held_on", workshop.getProgramId(), others);
        Days.requireTimeOrder(found, workshop.getStartsAt(), workshop.getEndsAt(), "ends_at");
        found.warnIf(
                !workshop.getWorkplaceId().isEmpty()
                        && workshop.getParticipatingWorkplaceIdsCount() > 0
                        && !workshop.getParticipatingWorkplaceIdsList().contains(workshop.getWorkplaceId()),
                "participating_workplace_ids",
                "workplace_not_among",
                "開催した事業場が、参加した事業場に入っていません。加えてください。",
                "The workplace where it is held is not among those that take part. Add it.");
        VisitRules.checkKeys(
                workshop.getWorkedTimesMap().keySet(), workshop.getMembersMap().keySet(), "worked_times", found);
        workshop.getSegmentsMap().forEach((key, segment) -> segment.getInstructorKeysList()
                .forEach(instructor -> found.warnIf(
                        !workshop.containsMembers(instructor),
                        "segments." + key + ".instructor_keys",
                        "unknown_member",
                        "「" + segment.getTitle() + "」の講師が、この回の担当者にいません。担当者に加えてください。",
                        "The instructor of a part is not among the members. Add the person.")));
        checkOutcome(workshop, found);
    }

    private static void checkOutcome(Workshop workshop, Findings found) {
        WorkshopState state = workshop.getOutcome().getState();
        boolean isHeld = state == WorkshopState.WORKSHOP_STATE_HELD;
        found.warnIf(
                didNotTakePlace(workshop) && workshop.getTallySheetsCount() > 0,
                "tally_sheets",
                "counted_though_not_held",
                "人数が入っていますが、中止か延期になっています。どちらかを直してください。",
                "People were counted, but it was cancelled or postponed. Mend one of them.");
        found.warnIf(
                isHeld
                        && workshop.getCountingBasis() == CountingBasis.COUNTING_BASIS_TALLIES
                        && workshop.getTallySheetsCount() == 0,
                "tally_sheets",
                "count_missing",
                "「人数のみ」で数えることになっていますが、人数が入っていません。",
                "It is to be counted by head, but there is no count.");
        found.warnIf(
                state == WorkshopState.WORKSHOP_STATE_UNSPECIFIED && workshop.getTallySheetsCount() > 0,
                "outcome.state",
                "outcome_missing",
                "人数が入っていますが、開催の結果(開催・中止・延期)が入っていません。このままでは「予定」と数えます。",
                "People were counted but there is no outcome; as it is, it counts as planned. Enter the outcome.");
        if (isHeld) {
            VisitRules.checkPermissions(workshop.getPermissionsMap(), found);
        }
    }

    private static boolean didNotTakePlace(Workshop workshop) {
        WorkshopState state = workshop.getOutcome().getState();
        return state == WorkshopState.WORKSHOP_STATE_CANCELLED || state == WorkshopState.WORKSHOP_STATE_POSTPONED;
    }

    static void check(Participant participant, Findings found, RuleContext others) {
        found.required(!participant.getName().isEmpty(), "name", "受講者の氏名", "The participant's name");
        found.wanted(
                participant.getSide() != ParticipantSide.PARTICIPANT_SIDE_UNSPECIFIED,
                "side",
                "地域側・職域側の別",
                "The side (community or workplace)");
        others.find(Workplace.getDefaultInstance(), participant.getWorkplaceId())
                .ifPresent(workplace -> WorkplaceRules.checkDepartment(
                        workplace, participant.getDepartmentKey(), "department_key", found));
    }

    static void check(Attendance attendance, Findings found, RuleContext others) {
        found.required(!attendance.getWorkshopId().isEmpty(), "workshop_id", "どの開催回か", "The workshop");
        found.required(!attendance.getParticipantId().isEmpty(), "participant_id", "受講者", "The participant");
        AttendanceMark mark = attendance.getMark();
        found.required(
                mark.getState() != AttendanceState.ATTENDANCE_STATE_UNSPECIFIED,
                "mark.state",
                "出欠(出席・遅刻・欠席など)",
                "Whether the person came");
        found.warnIf(
                mark.getMethod() == AttendanceMethod.ATTENDANCE_METHOD_SIGNATURE && !mark.hasSignature(),
                "mark.signature",
                "signature_missing",
                "「署名」で受け付けたことになっていますが、署名がありません。",
                "It was taken by signature, but there is none.");
        Optional<Workshop> workshop = others.find(Workshop.getDefaultInstance(), attendance.getWorkshopId());
        if (workshop.isPresent() && hasCome(mark.getState())) {
            checkWorkshop(mark, workshop.get(), found);
        }
    }

    private static boolean hasCome(AttendanceState state) {
        return state == AttendanceState.ATTENDANCE_STATE_PRESENT
                || state == AttendanceState.ATTENDANCE_STATE_LATE
                || state == AttendanceState.ATTENDANCE_STATE_LEFT_EARLY;
    }

    private static void checkWorkshop(AttendanceMark mark, Workshop workshop, Findings found) {
        found.warnIf(
                didNotTakePlace(workshop),
                "mark.state",
                "came_though_not_held",
                "出席になっていますが、この回は中止か延期です。どちらかを確かめてください。",
                "The person came, but the workshop was cancelled or postponed. Check both.");
        Days.day(workshop.getHeldOn())
                .filter(day -> mark.hasMarkedAtMs()
                        && Days.inJapan(mark.getMarkedAtMs()).isBefore(day))
                .ifPresent(day -> found.warning(
                        "mark.marked_at_ms",
                        "marked_before_day",
                        "開催日(" + day + ")より前に出席と記録されています。開催日か端末の時計を確かめてください。",
                        "The person was marked as having come before the day (" + day
                                + "). Check the day or the tablet's clock."));
    }
}
