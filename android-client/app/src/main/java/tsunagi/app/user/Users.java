package tsunagi.app.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsunagi.app.settings.AppSettings;
import tsunagi.engine.replica.Team;
import tsunagi.engine.replica.Teams;
import tsunagi.sync.v1.Member;

/** The people who may use this tablet, and who holds it now. */
public final class Users {
    private final Teams teams;
    private final AppSettings settings;

    public Users(Teams teams, AppSettings settings) {
        this.teams = teams;
        this.settings = settings;
    }

    /** Everybody in the teams this tablet holds. */
    public List<User> all() {
        List<User> users = new ArrayList<>();
        for (Team team : teams.all()) {
            team.grant().ifPresent(grant -> {
                for (Member member : grant.getMembersList()) {
                    users.add(new User(team.teamId(), grant.getName(), member));
                }
            });
        }
        return users;
    }

    /** What people and bodies are called, also those who write here no more. */
    public Directory directory() {
        return Directory.of(teams);
    }

    /** Who holds the tablet; empty as long as nobody said so, or when that person is no member any more. */
    public Optional<User> current() {
        Optional<String> chosen = settings.currentUser();
        return all().stream()
                .filter(user -> chosen.filter(key -> isKeyOf(key, user)).isPresent())
                .findFirst();
    }

    public void choose(User user) {
        settings.currentUser(key(user));
    }

    private static boolean isKeyOf(String key, User user) {
        return key.equals(key(user)) || key.equals(User.ANY_TEAM + user.personId());
    }

    private static String key(User user) {
        return user.teamId() + "/" + user.personId();
    }
}
