package tsunagi.engine.lookup;

import static tsunagi.engine.tablet.TabletFixture.NURSE;
import static tsunagi.engine.tablet.TabletFixture.TEAM;
import static tsunagi.engine.tablet.TabletFixture.named;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.change.FieldPath;
import tsunagi.engine.outbox.Lane;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.outbox.Standing;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.Ids;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.sync.v1.Accepted;
import tsunagi.sync.v1.EndReason;
import tsunagi.sync.v1.Parked;
import tsunagi.sync.v1.StateBatch;
import tsunagi.sync.v1.TeamGrant;
import tsunagi.sync.v1.Verdict;

/** What may happen to one tablet, in any order: people write on it, the server sends and judges. */
final class RandomHistory {
    static final List<RecordType> TYPES = Arrays.asList(
            RecordType.RECORD_TYPE_WORKPLACE,
            RecordType.RECORD_TYPE_CONTACT,
            RecordType.RECORD_TYPE_PARTICIPANT,
            RecordType.RECORD_TYPE_VISIT,
            RecordType.RECORD_TYPE_FOLLOW_UP,
            RecordType.RECORD_TYPE_REFERRAL,
            RecordType.RECORD_TYPE_WORKSHOP,
            RecordType.RECORD_TYPE_RESPONSE,
            RecordType.RECORD_TYPE_REVIEW);

    private static final int RECORDS_PER_TYPE = 5;

    private final Random dice;
    private final RandomRecords contents;
    private long revision;

    RandomHistory(long seed) {
        this.dice = new Random(seed);
        this.contents = new RandomRecords(dice);
    }

    static RecordKey key(RecordType type, int number) {
        return new RecordKey(TEAM, type.getNumber(), named(type + " " + number));
    }

    RecordKey anyKey() {
        return key(any(TYPES), dice.nextInt(RECORDS_PER_TYPE));
    }

    private <T> T any(List<T> some) {
        return some.get(dice.nextInt(some.size()));
    }

    void step(Tablet tablet) {
        switch (dice.nextInt(40)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> receive(tablet);
            case 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 -> write(tablet);
            case 20, 21, 22 -> end(tablet);
            case 23, 24, 25, 26 -> absorb(tablet);
            case 27, 28, 29, 30, 31, 32, 33 -> judge(tablet);
            case 34, 35 -> tablet.teams().settle(TEAM, revision);
            case 36, 37, 38 -> baseline(tablet);
            default -> regrant(tablet);
        }
    }

    /** The server sends every record there may be. */
    void receiveAll(Tablet tablet) {
        StateBatch.Builder batch = StateBatch.newBuilder().setTeamId(Ids.toBytes(TEAM));
        for (RecordType type : TYPES) {
            for (int number = 0; number < RECORDS_PER_TYPE; number++) {
                RecordKey key = key(type, number);
                batch.addStates(ServerStates.live(key, ++revision, contents.of(key.type())));
            }
        }
        tablet.replica().receive(batch.build());
    }

    private void receive(Tablet tablet) {
        StateBatch.Builder batch = StateBatch.newBuilder().setTeamId(Ids.toBytes(TEAM));
        for (int i = dice.nextInt(4); i >= 0; i--) {
            batch.addStates(state(anyKey()));
        }
        tablet.replica().receive(batch.build());
    }

    private tsunagi.sync.v1.RecordState state(RecordKey key) {
        revision++;
        return switch (dice.nextInt(8)) {
            case 0 -> ServerStates.ended(key, revision, EndReason.END_REASON_DELETED);
            case 1 -> absorbed(key);
            case 2 -> ServerStates.forgotten(key, revision);
            case 3 -> ServerStates.inConflict(key, revision, contents.of(key.type()));
            default -> ServerStates.live(key, revision, contents.of(key.type()));
        };
    }

    /** Into one of a higher number, for a server absorbs no two records into each other. */
    private tsunagi.sync.v1.RecordState absorbed(RecordKey key) {
        RecordType type = RecordType.forNumber(key.type());
        int number = dice.nextInt(RECORDS_PER_TYPE - 1);
        UUID successor = key(type, number + 1 + dice.nextInt(RECORDS_PER_TYPE - 1 - number))
                .id();
        return ServerStates.absorbed(key(type, number), revision, successor);
    }

    private RecordKey sibling(RecordKey key) {
        return key(RecordType.forNumber(key.type()), dice.nextInt(RECORDS_PER_TYPE));
    }

    private void write(Tablet tablet) {
        RecordKey key = anyKey();
        Message values = contents.of(key.type());
        var draft = tablet.edit(key).set(values);
        for (FieldPath path : tablet.show(key).state().fields().keySet()) {
            if (dice.nextInt(10) == 0) {
                draft.clear(path);
            }
        }
        tablet.save(draft, NURSE);
    }

    private void end(Tablet tablet) {
        RecordView view = tablet.show(anyKey());
        if (view.isAlive() && dice.nextInt(8) == 0) {
            tablet.withdraw(view, NURSE);
        } else if (view.isAlive()) {
            tablet.delete(view, NURSE);
        }
    }

    private void absorb(Tablet tablet) {
        RecordView view = tablet.show(anyKey());
        UUID successor = sibling(view.key()).id();
        if (view.isAlive() && !successor.equals(view.key().id())) {
            tablet.absorb(view, successor, NURSE);
        }
    }

    /** As an exchange does it: the record as it shows becomes the server's word, with the verdict on its change. */
    private void judge(Tablet tablet) {
        List<SavedChange> waiting = tablet.saved().stream()
                .filter(change -> change.standing() == Standing.WAITING)
                .collect(Collectors.toList());
        if (waiting.isEmpty()) {
            return;
        }
        SavedChange change = waiting.get(0);
        revision++;
        Verdict.Builder verdict = Verdict.newBuilder().setOrdinal(change.ordinal());
        if (dice.nextInt(4) == 0) {
            verdict.setParked(Parked.getDefaultInstance());
        } else {
            verdict.setAccepted(Accepted.newBuilder().setRevision(revision));
            if (dice.nextBoolean()) {
                tablet.replica()
                        .moveAhead(
                                TEAM,
                                Collections.singletonList(
                                        tablet.show(change.key()).state().withRevision(revision)));
            }
        }
        tablet.outbox()
                .judge(
                        new Lane(TEAM, change.originDeviceId()),
                        Collections.singletonList(verdict.build()),
                        Collections.emptyList());
    }

    private void baseline(Tablet tablet) {
        tablet.teams().beginBaseline(TEAM, false);
        if (dice.nextBoolean()) {
            receiveAll(tablet);
        }
        for (int i = dice.nextInt(10); i >= 0; i--) {
            receive(tablet);
        }
        tablet.teams().endBaseline(TEAM, ByteString.copyFromUtf8("end"));
    }

    private void regrant(Tablet tablet) {
        if (dice.nextInt(3) == 0) {
            tablet.teams().grant(Collections.emptyList());
        } else {
            tablet.teams()
                    .grant(Collections.singletonList(
                            TeamGrant.newBuilder().setTeamId(Ids.toBytes(TEAM)).build()));
        }
    }
}
