package tsunagi.engine.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.engine.storage.LocalDatabase;
import tsunagi.record.Ids;
import tsunagi.sync.v1.LaneClaim;
import tsunagi.sync.v1.OrdinalRange;

/** The lanes of the outbox as the exchange sees them: what is claimed, what is still to send, and how they move. */
public final class Lanes {
    /** What a change adds to its header and body in a batch, at most. */
    private static final int CHANGE_OVERHEAD_BYTES = 20;
    /** How many ordinals of one lane a Hello names at most; the others come up in the next. */
    private static final int CLAIMED_ORDINALS_MAX = 10_000;

    private static final String TAKE_BACK = """
            UPDATE change SET standing = 'WAITING', revision = 0, applied_to_record_id = NULL, verdict = NULL,
              seen_by_person = 1
            WHERE team_id = ? AND origin_device_id = ? AND standing <> 'WAITING' AND header IS NOT NULL""";
    private static final String IN_LANE = "team_id = ? AND origin_device_id = ?";
    private static final String IS_JUDGED = " AND standing <> 'WAITING'";
    private static final String HAS_BYTES = " AND header IS NOT NULL";

    private final LocalDatabase database;
    private final OwnDevice device;

    public Lanes(OutboxFile file, OwnDevice device) {
        this.database = file.database();
        this.device = device;
    }

    public List<Lane> all() {
        return database.query(
                row -> new Lane(row.id(0), row.id(1)),
                "SELECT team_id, origin_device_id FROM lane ORDER BY team_id, origin_device_id");
    }

    /** Everything this tablet knows of its lanes. */
    public List<LaneClaim> claims() {
        return all().stream().map(this::claim).collect(Collectors.toList());
    }

    private LaneClaim claim(Lane lane) {
        long last = number(lane, "SELECT last_ordinal FROM lane WHERE " + IN_LANE);
        long judged = judgedUpTo(lane);
        LaneClaim.Builder claim = LaneClaim.newBuilder()
                .setTeamId(Ids.toBytes(lane.teamId()))
                .setOriginDeviceId(Ids.toBytes(lane.originDeviceId()))
                .setLastOrdinal(last)
                .setJudgedOrdinal(judged)
                .addAllGone(first(gone(lane, last)))
                .addAllParkedOrdinals(first(ordinals(lane, IN_LANE + " AND standing = 'PARKED'")));
        changeIdAt(lane, last).forEach(id -> claim.setLastChangeId(Ids.toBytes(id)));
        changeIdAt(lane, judged).forEach(id -> claim.setJudgedChangeId(Ids.toBytes(id)));
        return claim.build();
    }

    /** Behind a change that waits, verdicts can only be what a server said that has lost them since. */
    private long judgedUpTo(Lane lane) {
        long firstWaiting = number(
                lane, "SELECT coalesce(min(ordinal), 0) FROM change WHERE " + IN_LANE + " AND standing = 'WAITING'");
        String isBefore = firstWaiting == 0 ? "" : " AND ordinal < " + firstWaiting;
        return number(lane, "SELECT coalesce(max(ordinal), 0) FROM change WHERE " + IN_LANE + IS_JUDGED + isBefore);
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(all.size(), CLAIMED_ORDINALS_MAX));
    }

    private List<OrdinalRange> gone(Lane lane, long last) {
        List<OrdinalRange> gone = new ArrayList<>();
        if (number(lane, "SELECT count(*) FROM change WHERE " + IN_LANE + HAS_BYTES) == last) {
            return gone;
        }
        long expected = 1;
        List<Long> kept = ordinals(lane, IN_LANE + HAS_BYTES);
        kept.add(last + 1);
        for (long ordinal : kept) {
            if (ordinal > expected) {
                gone.add(OrdinalRange.newBuilder()
                        .setFirst(expected)
                        .setLast(ordinal - 1)
                        .build());
            }
            expected = ordinal + 1;
        }
        return gone;
    }

    private List<UUID> changeIdAt(Lane lane, long ordinal) {
        return database.query(
                row -> row.id(0),
                "SELECT change_id FROM change WHERE " + IN_LANE + " AND ordinal = ?",
                lane.teamId(),
                lane.originDeviceId(),
                ordinal);
    }

    /**
     * How much of a lane is wanted at once.
     *
     * @param bytesMax together they have no more in a batch, unless the first alone has
     * @param eachBytesMax none but the first, which then is alone, says more
     */
    public record Bounds(long bytesMax, long eachBytesMax, int countMax) {}

    /** The next waiting changes of a lane, without a gap between them. */
    public List<SavedChange> waiting(Outbox outbox, Lane lane, long fromOrdinal, Bounds bounds) {
        List<long[]> sizes = database.query(
                row -> new long[] {row.integer(0), row.integer(1)},
                "SELECT ordinal, length(header) + length(body) FROM change WHERE " + IN_LANE
                        + " AND standing = 'WAITING' AND header IS NOT NULL AND ordinal >= ? ORDER BY ordinal LIMIT ?",
                lane.teamId(),
                lane.originDeviceId(),
                fromOrdinal,
                bounds.countMax());
        List<SavedChange> changes = new ArrayList<>();
        long bytes = 0;
        boolean isLastLarge = false;
        for (long[] size : sizes) {
            boolean follows =
                    changes.isEmpty() || changes.get(changes.size() - 1).ordinal() + 1 == size[0];
            boolean isLarge = size[1] > bounds.eachBytesMax();
            bytes += size[1] + CHANGE_OVERHEAD_BYTES;
            boolean fits = bytes <= bounds.bytesMax() && !isLarge && !isLastLarge;
            if (!follows || (!fits && !changes.isEmpty())) {
                break;
            }
            isLastLarge = isLarge;
            outbox.at(lane, size[0]).ifPresent(changes::add);
        }
        return changes;
    }

    /** The ordinal of the first waiting change; 0 when none waits. */
    public long firstWaiting(Lane lane) {
        return number(
                lane,
                "SELECT coalesce(min(ordinal), 0) FROM change WHERE " + IN_LANE
                        + " AND standing = 'WAITING' AND header IS NOT NULL");
    }

    public boolean isAnyWaiting() {
        return database.queryOne(row -> row.flag(0), "SELECT EXISTS (SELECT 1 FROM change WHERE standing = 'WAITING')");
    }

    /**
     * The server lacks what comes after this ordinal, whatever it said before: those changes wait again.
     *
     * @return how many had been judged
     */
    public int takeBackAfter(Lane lane, long ordinal) {
        return database.execute(TAKE_BACK + " AND ordinal > ?", lane.teamId(), lane.originDeviceId(), ordinal);
    }

    /**
     * A server that was set back may hold as parked what a person had settled meanwhile, or no trace of what it had
     * parked: those changes wait again.
     */
    public void takeBackParked(Lane lane) {
        database.execute(
                TAKE_BACK + " AND was_parked AND standing IN ('PARKED', 'TAKEN', 'DROPPED')",
                lane.teamId(),
                lane.originDeviceId());
    }

    /** This tablet goes on under another id; what waits goes along, as it was saved, under the old change ids. */
    public void renew(UUID newDeviceId) {
        database.inTransaction(() -> {
            device.become(newDeviceId);
            all().stream().map(Lane::teamId).distinct().forEach(this::moveWaitingToOwnLane);
        });
    }

    /** What waits goes on in this device's own lane, in the order it was saved, whatever lane it was in. */
    public void moveWaitingToOwnLane(UUID teamId) {
        database.inTransaction(() -> {
            Lane to = new Lane(teamId, device.id());
            List<Place> waiting = database.query(
                    row -> new Place(new Lane(teamId, row.id(0)), row.integer(1)),
                    "SELECT origin_device_id, ordinal FROM change WHERE team_id = ? AND standing = 'WAITING'"
                            + " ORDER BY sequence",
                    teamId);
            waiting.removeIf(place -> place.lane().equals(to));
            long last = all().contains(to) ? number(to, "SELECT last_ordinal FROM lane WHERE " + IN_LANE) : 0;
            for (Place place : waiting) {
                last++;
                move(place, to, last);
            }
            if (!waiting.isEmpty()) {
                setLast(to, last);
            }
            waiting.stream().map(Place::lane).distinct().forEach(this::cutOff);
        });
    }

    /** Where a change stands. */
    private record Place(Lane lane, long ordinal) {}

    private void move(Place place, Lane to, long ordinal) {
        database.execute(
                "UPDATE change SET origin_device_id = ?, ordinal = ? WHERE " + IN_LANE + " AND ordinal = ?",
                to.originDeviceId(),
                ordinal,
                place.lane().teamId(),
                place.lane().originDeviceId(),
                place.ordinal());
    }

    /** What is left of a lane that goes on elsewhere are the ordinals this tablet still holds. */
    private void cutOff(Lane lane) {
        long last = number(lane, "SELECT coalesce(max(ordinal), 0) FROM change WHERE " + IN_LANE);
        if (last > 0) {
            setLast(lane, last);
        } else {
            database.execute("DELETE FROM lane WHERE " + IN_LANE, lane.teamId(), lane.originDeviceId());
        }
    }

    private void setLast(Lane lane, long lastOrdinal) {
        database.execute(
                "INSERT OR REPLACE INTO lane (team_id, origin_device_id, last_ordinal) VALUES (?, ?, ?)",
                lane.teamId(),
                lane.originDeviceId(),
                lastOrdinal);
    }

    private long number(Lane lane, String sql) {
        return database.queryOne(row -> row.integer(0), sql, lane.teamId(), lane.originDeviceId());
    }

    private List<Long> ordinals(Lane lane, String where) {
        return database.query(
                row -> row.integer(0),
                "SELECT ordinal FROM change WHERE " + where + " ORDER BY ordinal",
                lane.teamId(),
                lane.originDeviceId());
    }
}
