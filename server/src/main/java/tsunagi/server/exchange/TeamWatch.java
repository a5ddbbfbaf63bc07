package tsunagi.server.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** Wakes one exchange when a team it pulls has moved; many moves before it wakes are one. */
final class TeamWatch {
    private final TeamHeads heads;
    private final Runnable wake;
    private final AtomicBoolean isWaking = new AtomicBoolean();
    private final Map<UUID, Runnable> watchers = new HashMap<>();

    TeamWatch(TeamHeads heads, Runnable wake) {
        this.heads = heads;
        this.wake = wake;
    }

    void begin(Pull pull) {
        pull.teams().forEach(team -> {
            Runnable watcher = () -> {
                team.lookAgain();
                wakeOnce();
            };
            watchers.put(team.teamId(), watcher);
            heads.watch(team.teamId(), watcher);
        });
    }

    /** The exchange itself moved a team. */
    void noteMoved(UUID teamId) {
        Runnable watcher = watchers.get(teamId);
        if (watcher == null) {
            heads.moved(teamId);
        } else {
            heads.movedBy(watcher, teamId);
        }
    }

    /** The exchange is awake and looks. */
    void noteAwake() {
        isWaking.set(false);
    }

    void end() {
        watchers.forEach(heads::unwatch);
        watchers.clear();
    }

    private void wakeOnce() {
        if (isWaking.compareAndSet(false, true)) {
            wake.run();
        }
    }
}
