package tsunagi.engine.sync;

import java.util.UUID;
import java.util.function.Supplier;
import tsunagi.engine.outbox.Lanes;
import tsunagi.engine.outbox.OwnDevice;
import tsunagi.engine.tablet.Tablet;

/**
 * Turns one of two copies of a tablet into a tablet of its own: a new id, and what waits goes along under the old change
 * ids. The new id is on disk before anybody hears of it, so that a lost answer is asked for again.
 */
public final class Renewal {
    private static final int TRIES_MAX = 3;

    private final OwnDevice device;
    private final Lanes lanes;
    private final Enroller enroller;
    private final Supplier<UUID> ids;

    public Renewal(Tablet tablet, Enroller enroller, Supplier<UUID> ids) {
        this.device = tablet.device();
        this.lanes = tablet.lanes();
        this.enroller = enroller;
        this.ids = ids;
    }

    /** True when the tablet goes by a new id now. */
    public boolean renew() throws InterruptedException {
        for (int i = 0; i < TRIES_MAX; i++) {
            UUID newId = device.nextId().orElseGet(this::chooseNextId);
            Enroller.Answer answer = enroller.renew(newId);
            if (answer == Enroller.Answer.RENEWED) {
                lanes.renew(newId);
                return true;
            }
            if (answer == Enroller.Answer.NO_ANSWER) {
                return false;
            }
            chooseNextId();
        }
        return false;
    }

    private UUID chooseNextId() {
        UUID id = ids.get();
        device.chooseNextId(id);
        return id;
    }
}
