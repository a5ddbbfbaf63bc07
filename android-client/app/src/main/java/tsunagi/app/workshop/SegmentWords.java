package tsunagi.app.workshop;

import android.content.res.Resources;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.name.Kana;
import tsunagi.records.v1.Segment;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.Workshop;

/** A part of a workshop in words, and what is typed of it. */
final class SegmentWords {
    private static final int MINUTES_MAX = 24 * 60;

    private SegmentWords() {}

    static String of(Resources words, Workshop workshop, Segment segment, Map<String, String> staff) {
        List<String> parts = new ArrayList<>();
        parts.add(segment.getStartsAt());
        if (segment.hasDurationMinutes()) {
            parts.add(words.getString(R.string.segment_length, segment.getDurationMinutes()));
        }
        for (String key : segment.getInstructorKeysList()) {
            StaffMember member = workshop.getMembersOrDefault(key, StaffMember.getDefaultInstance());
            parts.add(StaffWords.name(words, key, member, staff));
        }
        parts.removeIf(String::isEmpty);
        return String.join(words.getString(R.string.workshop_between), parts);
    }

    /** A time as people type it: 15:00, 1500, 9:30, in whatever width. */
    static Optional<String> time(String typed) {
        String digits = Kana.evenWidth(typed).replaceAll("[^0-9]", "");
        try {
            if (digits.length() < 3 || digits.length() > 4) {
                return Optional.empty();
            }
            int hour = Integer.parseInt(digits.substring(0, digits.length() - 2));
            int minute = Integer.parseInt(digits.substring(digits.length() - 2));
            return Optional.of(LocalTime.of(hour, minute).toString());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** A length in minutes, above nothing and within a day. */
    static Optional<Integer> minutes(String typed) {
        String digits = Kana.evenWidth(typed).replaceAll("[^0-9]", "");
        return digits.isEmpty() || digits.length() > 4
                ? Optional.empty()
                : Optional.of(Integer.parseInt(digits)).filter(minutes -> minutes > 0 && minutes <= MINUTES_MAX);
    }
}
