package tsunagi.trials.crash;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * What a trial came to.
 *
 * @param saved how many changes the tablets saved
 * @param acknowledged how many of them the server had given its word on when it was last looked at in ruins
 * @param lost how many of those it did not have
 * @param doubled how many it had more than once, or from nobody
 * @param findings everything that does not hold, in words
 */
record CrashReport(
        int kills, long saved, long acknowledged, int lost, int doubled, double seconds, List<String> findings) {
    boolean isSound() {
        return findings.isEmpty();
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("kills", kills);
        json.addProperty("saved", saved);
        json.addProperty("acknowledged", acknowledged);
        json.addProperty("lost", lost);
        json.addProperty("doubled", doubled);
        json.addProperty("findings", findings.size());
        json.addProperty("seconds", Math.round(seconds * 10) / 10.0);
        return json;
    }
}
