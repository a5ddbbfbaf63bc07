package tsunagi.trials.bench;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A team that load is put on, and the person who writes in it. */
record LoadTeam(UUID id, String personId) {
    static LoadTeam numbered(int number) {
        return new LoadTeam(uuid("team/" + number), uuid("writer/" + number).toString());
    }

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(("tsunagi-bench/" + name).getBytes(StandardCharsets.UTF_8));
    }
}
