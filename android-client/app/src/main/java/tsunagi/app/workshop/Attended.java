package tsunagi.app.workshop;

import tsunagi.records.v1.AttendanceState;

/** Who counts as having come: 出席・遅刻・早退. */
final class Attended {
    private Attended() {}

    static boolean is(AttendanceState state) {
        return state == AttendanceState.ATTENDANCE_STATE_PRESENT
                || state == AttendanceState.ATTENDANCE_STATE_LATE
                || state == AttendanceState.ATTENDANCE_STATE_LEFT_EARLY;
    }
}
