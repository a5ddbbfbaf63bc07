package tsunagi.app.visit;

import android.content.res.Resources;
import java.util.ArrayList;
import java.util.List;
import tsunagi.app.R;
import tsunagi.app.user.User;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.StaffRole;
import tsunagi.records.v1.Visit;

/** The names of those who go on visits: of people with an account, and of those who were entered by name. */
record People(Resources words, List<User> users) {
    String name(String key, StaffMember member) {
        return member.getName().isEmpty() ? name(key) : member.getName();
    }

    String name(String personId) {
        for (User user : users) {
            if (user.personId().equals(personId)) {
                return user.name();
            }
        }
        return words.getString(R.string.visit_person_unknown);
    }

    /** Who goes, the one who answers for it first. */
    List<String> names(Visit visit) {
        List<String> names = new ArrayList<>();
        visit.getMembersMap().forEach((key, member) -> {
            boolean isLead = member.getRole() == StaffRole.STAFF_ROLE_LEAD;
            names.add(isLead ? 0 : names.size(), name(key, member));
        });
        return names;
    }
}
