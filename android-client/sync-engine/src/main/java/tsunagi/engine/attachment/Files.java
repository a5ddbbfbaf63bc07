package tsunagi.engine.attachment;

import com.google.protobuf.ByteString;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tsunagi.engine.clock.TabletClock;
import tsunagi.engine.draft.DraftNote;
import tsunagi.engine.draft.Drafts;
import tsunagi.engine.view.RecordView;
import tsunagi.engine.view.Records;
import tsunagi.record.AttachmentsIn;
import tsunagi.record.RecordKey;
import tsunagi.record.RecordSchemas;
import tsunagi.records.v1.Attachment;
import tsunagi.records.v1.RecordType;

/** The files that records show on this tablet: those made here and those fetched. */
public final class Files {
    private final OwnFiles own;
    private final FetchedFiles fetched;
    private final Records records;
    private final Drafts drafts;
    private final RecordSchemas schemas;
    private final TabletClock clock;

    public Files(
            OwnFiles own,
            FetchedFiles fetched,
            Records records,
            Drafts drafts,
            RecordSchemas schemas,
            TabletClock clock) {
        this.own = own;
        this.fetched = fetched;
        this.records = records;
        this.drafts = drafts;
        this.schemas = schemas;
        this.clock = clock;
    }

    /**
     * Keeps a file for a record that somebody writes.
     *
     * @param entering enters it in their draft; file and entry are on disk when this returns, or neither
     */
    public void keep(RecordKey key, ByteString content, String mediaType, Consumer<Attachment> entering) {
        own.keep(
                key,
                content,
                clock.wallMs(),
                sha256 -> entering.accept(Attachment.newBuilder()
                        .setSha256(sha256)
                        .setMediaType(mediaType)
                        .setSizeBytes(content.size())
                        .build()));
    }

    /** The file, when it is on this tablet. */
    public Optional<ByteString> read(UUID teamId, ByteString sha256) {
        Optional<OwnFile> mine = own.find(teamId, sha256);
        return mine.isPresent()
                ? Optional.of(own.read(teamId, sha256, 0, (int) mine.get().sizeBytes()))
                : fetched.read(teamId, sha256);
    }

    /** Whether all of it is on this tablet. */
    public boolean isHere(UUID teamId, ByteString sha256) {
        return own.find(teamId, sha256).isPresent() || fetched.isHere(teamId, sha256);
    }

    /** Asks for a file that is not here; the next synchronization fetches it. */
    public void want(UUID teamId, ByteString sha256) {
        if (!own.find(teamId, sha256).isPresent()) {
            fetched.want(teamId, sha256);
        }
    }

    public Whereabouts whereabouts(UUID teamId, ByteString sha256) {
        Optional<OwnFile> mine = own.find(teamId, sha256);
        if (mine.isPresent()) {
            return switch (mine.get().standing()) {
                case WAITING -> Whereabouts.HERE_ON_ITS_WAY;
                case REFUSED -> Whereabouts.HERE_REFUSED;
                case SENT -> Whereabouts.HERE;
            };
        }
        if (fetched.isHere(teamId, sha256)) {
            return Whereabouts.HERE;
        }
        return fetched.isMissing(teamId, sha256) ? Whereabouts.ON_ITS_WAY : Whereabouts.AWAY;
    }

    /** How many wait to be handed in. */
    public int waitingCount() {
        return toHandIn().size();
    }

    /** Those that the server does not take. */
    public List<OwnFile> refused() {
        return own.standing(OwnFile.Standing.REFUSED);
    }

    /** The records a file was made for. */
    public List<RecordKey> shownBy(OwnFile file) {
        return own.records(file);
    }

    /** What waits and is shown by a record that was saved; what only a draft shows waits for its save. */
    public List<OwnFile> toHandIn() {
        List<OwnFile> saved = new ArrayList<>();
        Map<RecordKey, Set<ByteString>> shown = new HashMap<>();
        for (OwnFile file : own.standing(OwnFile.Standing.WAITING)) {
            if (own.records(file).stream().anyMatch(key -> shown.computeIfAbsent(key, this::shownBySaved)
                    .contains(file.sha256()))) {
                saved.add(file);
            }
        }
        return saved;
    }

    private Set<ByteString> shownBySaved(RecordKey key) {
        RecordView view = speaker(key);
        return view.isAlive() ? hashesIn(key.type(), view.state().body()) : Collections.emptySet();
    }

    /** Lets go of what nothing shows any more: it was deleted before it was sent, or its record was erased. */
    public void tidy() {
        own.standing(OwnFile.Standing.WAITING).forEach(this::tidy);
        own.standing(OwnFile.Standing.SENT).forEach(this::tidy);
    }

    /** The same, of the files that were made for one record. */
    public void tidy(RecordKey key) {
        own.of(key).forEach(this::tidy);
    }

    private void tidy(OwnFile file) {
        boolean isShown =
                switch (file.standing()) {
                    case WAITING -> isNamed(file) || isInADraft(file);
                    case SENT -> !own.records(file).stream().allMatch(this::isErased);
                    case REFUSED -> true;
                };
        if (!isShown) {
            own.remove(file);
        }
    }

    /** Wants what a tablet cannot work without, and answers what that is. */
    public Set<ByteString> wantNeeded(UUID teamId) {
        Set<ByteString> needed = needed(teamId);
        needed.forEach(sha256 -> want(teamId, sha256));
        return needed;
    }

    /** How many bytes of files made elsewhere are here that can be let go of. */
    public long spareBytes() {
        return spare().stream().mapToLong(FetchedFiles.Fetched::heldBytes).sum();
    }

    /** Lets go of files made elsewhere, but for those a tablet cannot work without; they can be fetched again. */
    public void dropSpare() {
        fetched.drop(spare());
    }

    private List<FetchedFiles.Fetched> spare() {
        Map<UUID, Set<ByteString>> needed = new HashMap<>();
        return fetched.all().stream()
                .filter(file ->
                        !needed.computeIfAbsent(file.teamId(), this::needed).contains(file.sha256()))
                .collect(Collectors.toList());
    }

    /** Forms, with the lists and pictures they read. */
    private Set<ByteString> needed(UUID teamId) {
        Set<ByteString> needed = new HashSet<>();
        for (RecordView form : records.list(teamId, RecordType.RECORD_TYPE_FORM_VERSION_VALUE)) {
            needed.addAll(hashesIn(form.key().type(), form.state().body()));
        }
        return needed;
    }

    private boolean isErased(RecordKey key) {
        return speaker(key).state().life().isErased();
    }

    /** Also by a record that was deleted: an edit may bring it back. */
    private boolean isNamed(OwnFile file) {
        return own.records(file).stream().anyMatch(key -> isNamedIn(speaker(key), file));
    }

    private boolean isNamedIn(RecordView view, OwnFile file) {
        return hashesIn(view.key().type(), view.state().body()).contains(file.sha256());
    }

    /** The record, or the one that speaks for it since it was absorbed. */
    private RecordView speaker(RecordKey key) {
        RecordView view = records.show(key);
        Optional<UUID> successor = view.state().life().successor();
        return successor.isPresent() ? records.show(key.withId(successor.get())) : view;
    }

    private boolean isInADraft(OwnFile file) {
        List<RecordKey> keys = own.records(file);
        for (DraftNote note : drafts.all()) {
            if (keys.contains(note.key()) && entered(note).contains(file.sha256())) {
                return true;
            }
        }
        return false;
    }

    private Set<ByteString> entered(DraftNote note) {
        Set<ByteString> hashes = new HashSet<>();
        drafts.resume(note.draftId()).ifPresent(draft -> draft.entered()
                .values()
                .forEach(value -> hashes.addAll(hashesIn(note.key().type(), value))));
        return hashes;
    }

    private Set<ByteString> hashesIn(int recordType, ByteString body) {
        return schemas.find(recordType)
                .map(schema -> parse(DynamicMessage.getDefaultInstance(schema.descriptor()), body))
                .map(Files::hashes)
                .orElse(Collections.emptySet());
    }

    private static Set<ByteString> hashes(Message record) {
        Set<ByteString> hashes = new HashSet<>();
        AttachmentsIn.record(record).forEach(attachment -> hashes.add(attachment.getSha256()));
        return hashes;
    }

    private static Message parse(Message prototype, ByteString body) {
        try {
            return prototype.getParserForType().parseFrom(body);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a kept record does not parse", e);
        }
    }
}
