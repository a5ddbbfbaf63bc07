package tsunagi.trials.demo.story;

import tsunagi.records.v1.DispatchPermission;
import tsunagi.records.v1.PermissionState;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.StaffRole;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.VisitOutcome;
import tsunagi.records.v1.VisitState;
import tsunagi.records.v1.WorkedTime;

/** Who of the helpers went, and for how long. */
final class Staff {
    private Staff() {}

    /** The lead of a visit, with the minutes worked and travelled. */
    static Visit.Builder with(Visit.Builder visit, StoryPerson lead, int workingMinutes, int travelMinutes) {
        return visit.putMembers(lead.id(), member(lead, StaffRole.STAFF_ROLE_LEAD))
                .putWorkedTimes(lead.id(), worked(workingMinutes, travelMinutes));
    }

    static StaffMember member(StoryPerson person) {
        return member(person, StaffRole.STAFF_ROLE_MEMBER);
    }

    static StaffMember member(StoryPerson person, StaffRole role) {
        return StaffMember.newBuilder()
                .setRole(role)
                .setBodyId(person.body().id())
                .build();
    }

    static WorkedTime worked(int workingMinutes, int travelMinutes) {
        return WorkedTime.newBuilder()
                .setWorkingMinutes(workingMinutes)
                .setTravelMinutes(travelMinutes)
                .build();
    }

    static DispatchPermission permission(PermissionState state, String decidedOn) {
        return DispatchPermission.newBuilder()
                .setState(state)
                .setDecidedOn(decidedOn)
                .build();
    }

    static VisitOutcome.Builder outcome(VisitState state) {
        return VisitOutcome.newBuilder().setState(state);
    }
}
