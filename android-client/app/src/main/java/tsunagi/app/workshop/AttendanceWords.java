package tsunagi.app.workshop;

import android.content.res.Resources;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tsunagi.app.R;
import tsunagi.calendar.JapaneseDays;
import tsunagi.records.v1.AttendanceMark;
import tsunagi.records.v1.AttendanceState;

/** The words and pictures of what is known of somebody's coming; never a colour alone. */
final class AttendanceWords {
    private AttendanceWords() {}

    static int of(AttendanceState state) {
        return switch (state) {
            case ATTENDANCE_STATE_REGISTERED, ATTENDANCE_STATE_UNSPECIFIED, UNRECOGNIZED -> R.string.attendance_open;
            case ATTENDANCE_STATE_PRESENT -> R.string.attendance_present;
            case ATTENDANCE_STATE_LATE -> R.string.attendance_late;
            case ATTENDANCE_STATE_ABSENT -> R.string.attendance_absent;
            case ATTENDANCE_STATE_LEFT_EARLY -> R.string.attendance_left_early;
        };
    }

    static int icon(AttendanceState state) {
        return switch (state) {
            case ATTENDANCE_STATE_REGISTERED, ATTENDANCE_STATE_UNSPECIFIED, UNRECOGNIZED ->
                R.drawable.ic_attendance_open;
            case ATTENDANCE_STATE_PRESENT -> R.drawable.ic_attendance_present;
            case ATTENDANCE_STATE_LATE -> R.drawable.ic_attendance_late;
            case ATTENDANCE_STATE_ABSENT -> R.drawable.ic_attendance_absent;
            case ATTENDANCE_STATE_LEFT_EARLY -> R.drawable.ic_attendance_left;
        };
    }

    /** The word with the time it was said, such as 遅刻 15:12. */
    static String withTime(Resources words, AttendanceMark mark) {
        String word = words.getString(of(mark.getState()));
        boolean hasTime = mark.hasMarkedAtMs()
                && mark.getState() != AttendanceState.ATTENDANCE_STATE_REGISTERED
                && mark.getState() != AttendanceState.ATTENDANCE_STATE_UNSPECIFIED;
        return hasTime ? word + " " + time(mark) : word;
    }

    static String time(AttendanceMark mark) {
        return !mark.hasMarkedAtMs()
                ? ""
                : Instant.ofEpochMilli(mark.getMarkedAtMs())
                        .atZone(JapaneseDays.TIME)
                        .format(DateTimeFormatter.ofPattern("H:mm", Locale.ROOT));
    }
}
