package tsunagi.app.workshop;

import android.content.res.Resources;
import java.util.Map;
import tsunagi.app.R;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.StaffRole;

/** What the helpers of a workshop are called, and what they do there. */
final class StaffWords {
    private StaffWords() {}

    static int of(StaffRole role) {
        return switch (role) {
            case STAFF_ROLE_LEAD -> R.string.staff_lead;
            case STAFF_ROLE_INSTRUCTOR -> R.string.staff_instructor;
            case STAFF_ROLE_OBSERVER -> R.string.staff_observer;
            case STAFF_ROLE_MEMBER, STAFF_ROLE_UNSPECIFIED, UNRECOGNIZED -> R.string.staff_member;
        };
    }

    static String name(Resources words, String key, StaffMember member, Map<String, String> staff) {
        return member.getName().isEmpty()
                ? staff.getOrDefault(key, words.getString(R.string.roster_claim_nobody))
                : member.getName();
    }
}
