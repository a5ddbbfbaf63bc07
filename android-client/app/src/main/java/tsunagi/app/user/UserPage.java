package tsunagi.app.user;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagi.app.Parts;

/** Everybody who may use this tablet, and who holds it now. */
record UserPage(List<User> users, Optional<User> current) {
    /** With more than this one searches instead of looking. */
    private static final int AT_A_GLANCE = 8;

    static UserPage of(Parts parts) {
        Users users = parts.users();
        return new UserPage(users.all(), users.current());
    }

    boolean isSearched() {
        return users.size() > AT_A_GLANCE;
    }

    boolean isOfOneTeam() {
        return users.stream().map(User::teamId).distinct().count() <= 1;
    }

    /** Those whose name holds what was typed, whatever its width and spaces. */
    List<User> named(String typed) {
        String wanted = folded(typed);
        return users.stream()
                .filter(user -> folded(user.name()).contains(wanted))
                .collect(Collectors.toList());
    }

    boolean isCurrent(User user) {
        return current.filter(user::equals).isPresent();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }
}
