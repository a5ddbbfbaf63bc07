package tsunagi.engine.tablet;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.change.ChangeLimits;
import tsunagi.change.ChangeReader;
import tsunagi.change.FieldPath;
import tsunagi.engine.attachment.FetchedFiles;
import tsunagi.engine.attachment.Files;
import tsunagi.engine.attachment.OwnFiles;
import tsunagi.engine.clock.TabletClock;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.draft.DraftNote;
import tsunagi.engine.draft.Drafts;
import tsunagi.engine.form.Forms;
import tsunagi.engine.index.Extraction;
import tsunagi.engine.index.RecordIndex;
import tsunagi.engine.lookup.Lookup;
import tsunagi.engine.outbox.Lanes;
import tsunagi.engine.outbox.Outbox;
import tsunagi.engine.outbox.OutboxFile;
import tsunagi.engine.outbox.OwnDevice;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.replica.Replica;
import tsunagi.engine.replica.ReplicaFile;
import tsunagi.engine.replica.StateParcels;
import tsunagi.engine.replica.SyncNotes;
import tsunagi.engine.replica.Teams;
import tsunagi.engine.storage.Durability;
import tsunagi.engine.storage.JdbcDatabase;
import tsunagi.engine.storage.LocalDatabase;
import tsunagi.engine.view.RecordView;
import tsunagi.engine.view.Records;
import tsunagi.record.NewRecords;
import tsunagi.record.RecordKey;
import tsunagi.rules.Problem;
import tsunagi.rules.Rules;
import tsunagi.sync.v1.Action;

/** A tablet without its screen: what it holds, what people do on it, and what there is to say about it. */
public final class Tablet implements AutoCloseable {
    private final LocalDatabase outboxDatabase;
    private final LocalDatabase replicaDatabase;
    private final TabletClock clock;
    private final ChangeReader reader;
    private final OwnDevice device;
    private final Outbox outbox;
    private final Lanes lanes;
    private final Teams teams;
    private final StateParcels stateParcels;
    private final Replica replica;
    private final SyncNotes syncNotes;
    private final Records records;
    private final Lookup lookup;
    private final Drafts drafts;
    private final NewRecords newRecords;
    private final OwnFiles ownFiles;
    private final FetchedFiles fetchedFiles;
    private final Files files;
    private final Forms forms;

    /** Opens a tablet over its two databases, new or old, and closes them with it. */
    public Tablet(LocalDatabase outboxDatabase, LocalDatabase replicaDatabase, TabletSettings settings) {
        this.outboxDatabase = outboxDatabase;
        this.replicaDatabase = replicaDatabase;
        OutboxFile outboxFile = OutboxFile.over(outboxDatabase, settings.outboxDurability(), settings.ids());
        ReplicaFile replicaFile = ReplicaFile.over(replicaDatabase);
        this.clock = settings.clock();
        this.reader = new ChangeReader(settings.schemas(), ChangeLimits.STANDARD);
        this.device = new OwnDevice(outboxFile);
        this.outbox = new Outbox(outboxFile, device);
        this.lanes = new Lanes(outboxFile, device);
        this.stateParcels = new StateParcels(replicaFile);
        Extraction extraction = new Extraction(settings.schemas());
        RecordIndex index = new RecordIndex(replicaDatabase, extraction);
        this.teams = new Teams(replicaFile, stateParcels, index);
        this.replica = new Replica(replicaFile, teams, stateParcels, index);
        this.syncNotes = new SyncNotes(replicaFile);
        this.records = new Records(replica, teams, outbox, reader);
        this.lookup = new Lookup(replicaFile, replica, records, extraction);
        this.drafts = new Drafts(outboxFile, outbox, records, reader, settings.ids(), clock);
        this.newRecords = new NewRecords(settings.schemas(), settings.ids());
        this.ownFiles = new OwnFiles(outboxFile);
        this.fetchedFiles = new FetchedFiles(replicaFile);
        this.files = new Files(ownFiles, fetchedFiles, records, drafts, settings.schemas(), clock);
        this.forms = new Forms(records, drafts, files, settings.ids());
    }

    /** Opens the tablet whose files are in this directory, over JDBC. */
    public static Tablet open(Path directory, TabletSettings settings) {
        LocalDatabase outbox =
                JdbcDatabase.open("jdbc:sqlite:" + directory.resolve("outbox.db"), settings.outboxDurability());
        try {
            LocalDatabase replica =
                    JdbcDatabase.open("jdbc:sqlite:" + directory.resolve("replica.db"), Durability.NORMAL);
            return new Tablet(outbox, replica, settings);
        } catch (RuntimeException e) {
            outbox.close();
            throw e;
        }
    }

    /** Begins to write a new record. */
    public Draft create(UUID teamId, int recordType) {
        return drafts.begin(newRecords.keyOf(teamId, recordType));
    }

    /** Begins to write the record with these contents: a new one, or the one that its natural key already names. */
    public Draft create(UUID teamId, Message contents) {
        return drafts.begin(newRecords.keyOf(teamId, contents), contents);
    }

    /** Begins to edit a record. */
    public Draft edit(RecordKey key) {
        return drafts.begin(key);
    }

    /** Begins to correct a parked change. */
    public Draft correct(SavedChange parked) {
        return drafts.correct(parked);
    }

    /** All of what is entered in these steps, or nothing; one wait for the disk. */
    public void together(Runnable steps) {
        drafts.together(steps);
    }

    /** What was begun and not saved, the one touched last first. */
    public List<DraftNote> drafts() {
        return drafts.all();
    }

    public Optional<Draft> resume(UUID draftId) {
        return drafts.resume(draftId);
    }

    /** Saves a draft; on disk when this returns. The answer is empty when there was nothing new in it. */
    public List<SavedChange> save(Draft draft, String authorPersonId) {
        List<SavedChange> saved = drafts.save(draft, authorPersonId);
        files.tidy(draft.key());
        return saved;
    }

    /** Deletes a record as somebody has it before them. */
    public SavedChange delete(RecordView seen, String authorPersonId) {
        return drafts.end(seen, Action.ACTION_DELETE, authorPersonId);
    }

    /** Ends a record because consent was withdrawn. */
    public SavedChange withdraw(RecordView seen, String authorPersonId) {
        return erase(seen, Action.ACTION_WITHDRAW, authorPersonId);
    }

    /** Ends a record because its time is over. */
    public SavedChange destroy(RecordView seen, String authorPersonId) {
        return erase(seen, Action.ACTION_DESTROY, authorPersonId);
    }

    private SavedChange erase(RecordView seen, Action action, String authorPersonId) {
        SavedChange saved = drafts.end(seen, action, authorPersonId);
        files.tidy();
        return saved;
    }

    /** Declares a record a duplicate of another of its type. */
    public SavedChange absorb(RecordView duplicate, UUID successorId, String authorPersonId) {
        return drafts.absorb(duplicate, successorId, authorPersonId);
    }

    /** Takes an absorption back. */
    public SavedChange split(RecordView absorbed, String authorPersonId) {
        return drafts.end(absorbed, Action.ACTION_SPLIT, authorPersonId);
    }

    /** Decides the conflict in a field, with all the candidates in view; an empty value clears the field. */
    public SavedChange resolve(RecordView seen, FieldPath path, ByteString value, String authorPersonId) {
        return drafts.resolve(seen, path, value, authorPersonId);
    }

    public RecordView show(RecordKey key) {
        return records.show(key);
    }

    /** What the rules of the domain say of a record; of one that is being written its {@link Draft} says it. */
    public List<Problem> problems(RecordKey key) {
        return records.problems(key);
    }

    /** What the rules of the domain say of a record that nobody has begun to write. */
    public List<Problem> problems(UUID teamId, int recordType, ByteString body) {
        return Rules.of(recordType, body, records.others(teamId));
    }

    /** The living records of one type. */
    public List<RecordView> list(UUID teamId, int recordType) {
        return records.list(teamId, recordType);
    }

    /** Finds records without reading all of their type. */
    public Lookup lookup() {
        return lookup;
    }

    /** Every record of a team, ended ones among them. */
    public List<RecordView> listAll(UUID teamId) {
        return records.all(teamId);
    }

    /** Everything saved on this tablet, in order, with what the server said of it. */
    public List<SavedChange> saved() {
        return outbox.all();
    }

    /** A person has seen what the server said of these changes. */
    public void markSeen(Collection<UUID> changeIds) {
        outbox.markSeen(changeIds);
    }

    public SyncStatus status() {
        return new SyncStatus(
                outbox.tally(),
                files.waitingCount(),
                files.refused().size(),
                drafts.all().size(),
                syncNotes.last(),
                teams.all());
    }

    /** The photos, signatures and other files that records show. */
    public Files files() {
        return files;
    }

    /** The forms here, and the sheets that are filled in with them. */
    public Forms forms() {
        return forms;
    }

    public OwnFiles ownFiles() {
        return ownFiles;
    }

    public FetchedFiles fetchedFiles() {
        return fetchedFiles;
    }

    /** Gives the room back that the replica does not need any more; needs as much again while it is at it. */
    public void shrinkReplica() {
        replicaDatabase.execute("VACUUM");
    }

    public TabletClock clock() {
        return clock;
    }

    public ChangeReader reader() {
        return reader;
    }

    public OwnDevice device() {
        return device;
    }

    public Outbox outbox() {
        return outbox;
    }

    public Lanes lanes() {
        return lanes;
    }

    public Replica replica() {
        return replica;
    }

    public StateParcels stateParcels() {
        return stateParcels;
    }

    public Teams teams() {
        return teams;
    }

    public SyncNotes syncNotes() {
        return syncNotes;
    }

    @Override
    public void close() {
        try {
            replicaDatabase.close();
        } finally {
            outboxDatabase.close();
        }
    }
}
