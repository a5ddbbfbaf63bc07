package tsunagi.trials.tablet;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import tsunagi.engine.replica.Team;
import tsunagi.engine.tablet.Tablet;
import tsunagi.sync.v1.TeamGrant;

/** The teams a tablet holds, with the people who may write in them, as the commands print them. */
final class TeamDocuments {
    private TeamDocuments() {}

    static JsonArray all(Tablet tablet) {
        JsonArray teams = new JsonArray();
        for (Team team : tablet.teams().all()) {
            team.grant().map(grant -> document(team, grant)).ifPresent(teams::add);
        }
        return teams;
    }

    private static JsonObject document(Team team, TeamGrant grant) {
        JsonArray members = new JsonArray();
        grant.getMembersList().forEach(member -> {
            JsonObject one = new JsonObject();
            one.addProperty("id", member.getPersonId());
            one.addProperty("name", member.getName());
            one.addProperty("role", Words.plain(member.getRole(), "ROLE_"));
            members.add(one);
        });
        JsonObject document = new JsonObject();
        document.addProperty("id", team.teamId().toString());
        document.addProperty("name", grant.getName());
        document.add("members", members);
        return document;
    }
}
