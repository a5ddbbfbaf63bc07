package tsunagi.app.workshop;

import tsunagi.records.v1.AttendanceMark;
import tsunagi.records.v1.AttendanceState;

/** What somebody said of one person's coming, where another said otherwise. */
record Claim(AttendanceMark mark, String personId) {
    AttendanceState state() {
        return mark.getState();
    }
}
