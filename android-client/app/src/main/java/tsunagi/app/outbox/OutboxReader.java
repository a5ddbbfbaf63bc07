package tsunagi.app.outbox;

import android.content.Context;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagi.app.Parts;
import tsunagi.app.R;
import tsunagi.app.TsunagiApp;
import tsunagi.app.sync.Network;
import tsunagi.app.sync.SyncLine;
import tsunagi.app.words.DayWords;
import tsunagi.app.words.FieldWords;
import tsunagi.app.words.Names;
import tsunagi.change.FieldPath;
import tsunagi.engine.attachment.OwnFile;
import tsunagi.engine.outbox.SavedChange;
import tsunagi.engine.outbox.Standing;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.sync.v1.ChangeHeader;
import tsunagi.sync.v1.Verdict;

/** Reads the outbox for people, from what is on disk. Not for the main thread. */
final class OutboxReader {
    private final Context context;
    private final Parts parts;
    private final Names names;
    private final FieldWords fields;
    private final DayWords days;

    OutboxReader(Context context) {
        this.context = context;
        this.parts = TsunagiApp.parts(context);
        this.names = new Names(context);
        this.fields = new FieldWords(context);
        this.days = new DayWords(context, parts.today());
    }

    OutboxPage read() {
        Tablet tablet = parts.tablet();
        boolean waitsForWifi = !parts.settings().sendsPhotosOverMobileData() && new Network(context).isMetered();
        return new OutboxPage(
                SyncLine.of(parts),
                parts.today(),
                items(tablet.saved()),
                tablet.files().toHandIn().stream().mapToLong(OwnFile::sizeBytes).sum(),
                waitsForWifi,
                tablet.files().refused().stream().map(this::titles).collect(Collectors.toList()));
    }

    private String titles(OwnFile file) {
        return parts.tablet().files().shownBy(file).stream()
                .map(names::title)
                .distinct()
                .collect(Collectors.joining(context.getString(R.string.sync_between)));
    }

    /** Changes of one record that stand the same way are one item, in the order in which they were saved last. */
    private List<OutboxItem> items(List<SavedChange> saved) {
        Map<String, List<SavedChange>> together = new LinkedHashMap<>();
        for (SavedChange change : saved) {
            if (isOpen(change)) {
                String group = OutboxKind.of(change) + "/" + change.target() + "/" + detail(change);
                List<SavedChange> changes = together.remove(group);
                List<SavedChange> more = changes == null ? new ArrayList<>() : changes;
                more.add(change);
                together.put(group, more);
            }
        }
        return together.values().stream().map(this::item).collect(Collectors.toList());
    }

    private static boolean isOpen(SavedChange change) {
        boolean isUnseen = change.verdict().isPresent() && !change.isSeenByPerson();
        return isUnseen
                || change.standing() == Standing.WAITING
                || change.standing() == Standing.PARKED
                || (change.standing() == Standing.ERASED && !change.isSeenByPerson());
    }

    private OutboxItem item(List<SavedChange> changes) {
        SavedChange last = changes.get(changes.size() - 1);
        RecordKey key = last.target();
        return new OutboxItem(
                OutboxKind.of(last), changes, fields.type(key.type()), title(last), about(last), detail(last));
    }

    /** What was dropped is in no record: only the change itself says what it was about. */
    private String title(SavedChange change) {
        return change.standing() == Standing.DROPPED
                ? names.title(change.key(), change.wire().getBody())
                : names.title(change.target());
    }

    private String about(SavedChange change) {
        String savedAt = days.moment(change.savedAtMs());
        return author(change)
                .map(author -> context.getString(R.string.outbox_about, names.personOrWord(author), savedAt))
                .orElse(savedAt);
    }

    private static Optional<String> author(SavedChange change) {
        try {
            String author = ChangeHeader.parseFrom(change.wire().getHeader()).getAuthorPersonId();
            return Optional.of(author).filter(id -> !id.isEmpty());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a kept change does not parse", e);
        }
    }

    /** The fields it is about; of what is parked, the server's own words. */
    private String detail(SavedChange change) {
        if (!change.verdict().isPresent()) {
            return "";
        }
        Verdict verdict = change.verdict().get();
        return switch (verdict.getOutcomeCase()) {
            case MERGED -> names(change, verdict.getMerged().getPathsList());
            case CONFLICTED -> names(change, verdict.getConflicted().getPathsList());
            case PARKED ->
                OutboxKind.of(change).canBeCorrected() && verdict.getParked().hasPath()
                        ? fields.field(
                                change.key().type(),
                                FieldPath.fromProto(verdict.getParked().getPath()))
                        : "";
            case ACCEPTED, ERASED, CLONED, DROPPED, OUTCOME_NOT_SET -> "";
        };
    }

    private String names(SavedChange change, List<tsunagi.sync.v1.FieldPath> paths) {
        return paths.stream()
                .map(path -> fields.field(change.key().type(), FieldPath.fromProto(path)))
                .distinct()
                .collect(Collectors.joining(context.getString(R.string.sync_between)));
    }
}
