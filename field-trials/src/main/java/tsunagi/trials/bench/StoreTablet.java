package tsunagi.trials.bench;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tsunagi.change.FieldValues;
import tsunagi.change.Stamp;
import tsunagi.engine.clock.DeskClock;
import tsunagi.engine.outbox.Lane;
import tsunagi.engine.storage.Durability;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.tablet.TabletSettings;
import tsunagi.record.Ids;
import tsunagi.records.v1.FollowUp;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workplace;
import tsunagi.sync.v1.Accepted;
import tsunagi.sync.v1.LiveRecord;
import tsunagi.sync.v1.RecordState;
import tsunagi.sync.v1.StampedFields;
import tsunagi.sync.v1.StateBatch;
import tsunagi.sync.v1.TeamGrant;
import tsunagi.sync.v1.Verdict;
import tsunagi.trials.bench.StoreRecords.Stored;

/** Fills the files of a tablet as some years of work leave them: what the server sent, and what was written on it. */
final class StoreTablet {
    private static final int BATCH_STATES = 500;
    private static final int DRAFTS = 5;
    private static final long REVISION = 1_000_000;

    private final LoadTeam team;
    private final Tablet tablet;

    private StoreTablet(LoadTeam team, Tablet tablet) {
        this.team = team;
        this.tablet = tablet;
    }

    /** Fills both files. */
    static void fill(Path directory, LoadTeam team, int sheets, int saved, int waiting) {
        TabletSettings real = TabletSettings.standard(new DeskClock());
        TabletSettings quick = new TabletSettings(real.schemas(), real.clock(), real.ids(), Durability.OFF);
        try (Tablet tablet = Tablet.open(directory, quick)) {
            StoreTablet store = new StoreTablet(team, tablet);
            store.receive(StoreRecords.of(team.id(), sheets));
            store.save(saved - waiting);
            store.acknowledge(saved - waiting);
            store.save(waiting);
            for (int i = 0; i < DRAFTS; i++) {
                tablet.edit(StoreRecords.key(team.id(), RecordType.RECORD_TYPE_VISIT, i))
                        .set(Visit.newBuilder().setNeeds("書きかけ").build());
            }
        }
    }

    private void receive(List<Stored> records) {
        tablet.teams()
                .grant(List.of(TeamGrant.newBuilder()
                        .setTeamId(Ids.toBytes(team.id()))
                        .setName("Team")
                        .build()));
        for (int from = 0; from < records.size(); from += BATCH_STATES) {
            StateBatch.Builder batch = StateBatch.newBuilder()
                    .setTeamId(Ids.toBytes(team.id()))
                    .setCheckpoint(ByteString.copyFromUtf8("so far"));
            for (Stored stored : records.subList(from, Math.min(records.size(), from + BATCH_STATES))) {
                batch.addStates(state(stored));
            }
            tablet.replica().receive(batch.build());
        }
    }

    private static RecordState state(Stored stored) {
        StampedFields.Builder stamped =
                StampedFields.newBuilder().setStamp(Stamp.of(stored.key().id()).toProto());
        FieldValues.of(stored.contents()).paths().forEach(path -> stamped.addPaths(path.toProto()));
        return RecordState.newBuilder()
                .setRecordType(stored.key().type())
                .setRecordId(Ids.toBytes(stored.key().id()))
                .setRevision(REVISION)
                .setRecord(LiveRecord.newBuilder()
                        .setBody(stored.contents().toByteString())
                        .addStamps(stamped))
                .build();
    }

    /** Edits of visits and of workplaces, and new follow-ups, in turn. */
    private void save(int count) {
        for (int i = 0; i < count; i++) {
            UUID teamId = team.id();
            var draft =
                    switch (i % 3) {
                        case 0 ->
                            tablet.edit(StoreRecords.key(teamId, RecordType.RECORD_TYPE_VISIT, i % StoreRecords.VISITS))
                                    .set(Visit.newBuilder().setNeeds("要望 " + i).build());
                        case 1 ->
                            tablet.edit(StoreRecords.key(
                                            teamId, RecordType.RECORD_TYPE_WORKPLACE, i % StoreRecords.WORKPLACES))
                                    .set(Workplace.newBuilder()
                                            .setVisitingNotes("裏口から " + i)
                                            .build());
                        default ->
                            tablet.create(teamId, RecordType.RECORD_TYPE_FOLLOW_UP_VALUE)
                                    .set(FollowUp.newBuilder()
                                            .setWorkplaceId(StoreRecords.key(
                                                            teamId,
                                                            RecordType.RECORD_TYPE_WORKPLACE,
                                                            i % StoreRecords.WORKPLACES)
                                                    .id()
                                                    .toString())
                                            .setDueOn(StoreRecords.TODAY.toString())
                                            .build());
                    };
            tablet.save(draft, team.personId());
        }
    }

    /** The server has taken them in, and has sent what became of them. */
    private void acknowledge(int count) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            verdicts.add(Verdict.newBuilder()
                    .setOrdinal(i)
                    .setAccepted(Accepted.newBuilder().setRevision(REVISION))
                    .build());
        }
        Lane lane = new Lane(team.id(), tablet.device().id());
        tablet.outbox().judge(lane, verdicts, List.of());
        tablet.teams().settle(team.id(), REVISION);
    }
}
