package tsunagi.app.user;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tsunagi.engine.replica.Team;
import tsunagi.engine.replica.Teams;
import tsunagi.sync.v1.Body;
import tsunagi.sync.v1.Member;
import tsunagi.sync.v1.TeamGrant;

/** What the people and bodies of this tablet's teams are called, also those who write there no more. */
public final class Directory {
    private final Map<String, String> people = new HashMap<>();
    private final Map<String, String> bodies = new HashMap<>();

    private Directory() {}

    static Directory of(Teams teams) {
        Directory directory = new Directory();
        for (Team team : teams.all()) {
            team.grant().ifPresent(directory::add);
        }
        return directory;
    }

    private void add(TeamGrant grant) {
        grant.getFormerMembersList().forEach(this::add);
        grant.getMembersList().forEach(this::add);
        for (Body body : grant.getBodiesList()) {
            bodies.put(body.getBodyId(), body.getName());
        }
    }

    private void add(Member member) {
        if (member.hasName()) {
            people.put(member.getPersonId(), member.getName());
        }
    }

    public Optional<String> person(String personId) {
        return Optional.ofNullable(people.get(personId));
    }

    public Optional<String> body(String bodyId) {
        return Optional.ofNullable(bodies.get(bodyId));
    }
}
