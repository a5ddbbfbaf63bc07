package tsunagi.server.form;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tsunagi.questionnaires.Form;
import tsunagi.questionnaires.FormMedia;
import tsunagi.questionnaires.FormReading;
import tsunagi.record.DerivedId;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Attachment;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.RecordType;
import tsunagi.server.admin.CommandException;
import tsunagi.server.attachment.AttachmentLimits;
import tsunagi.server.attachment.AttachmentStore;
import tsunagi.server.storage.Database;
import tsunagi.server.storage.RecordRows;
import tsunagi.server.storage.StoredRecord;

/** The form versions that a team has, with their files. Thread-safe. */
public final class PublishedForms {
    public static final int TYPE = RecordType.RECORD_TYPE_FORM_VERSION_VALUE;

    private final Database database;
    private final AttachmentStore files;
    private final RecordRows records = new RecordRows();

    /** A version and the record it is. */
    public record Published(RecordKey key, FormVersion version) {
        /** How people name it. */
        public String name() {
            return version.getFormKey() + "@" + version.getVersion();
        }
    }

    public PublishedForms(Database database, AttachmentStore files) {
        this.database = database;
        this.files = files;
    }

    /** Those in this database. */
    public static PublishedForms in(Database database) {
        return new PublishedForms(database, filesIn(database));
    }

    public static AttachmentStore filesIn(Database database) {
        return new AttachmentStore(database, AttachmentLimits.STANDARD, Clock.systemUTC());
    }

    /**
     * The version that somebody typed as {@code key@version}.
     *
     * @throws CommandException when there is none, with the way to find it
     */
    Published named(UUID teamId, String name) {
        return all(teamId).stream()
                .filter(published -> published.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandException(name
                        + " という調査票の版はありません。./tsunagi form list で確かめてください。 / There is no form version " + name
                        + "; see ./tsunagi form list."));
    }

    public static RecordKey key(UUID teamId, String formKey, String version) {
        return new RecordKey(teamId, TYPE, DerivedId.of(teamId, TYPE, List.of(formKey, version)));
    }

    /** All versions of all forms, by key and version. */
    public List<Published> all(UUID teamId) {
        return database.read(connection -> records.ofType(connection, teamId, TYPE)).stream()
                .flatMap(record -> published(record).stream())
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    public Optional<Published> find(RecordKey key) {
        return database.read(connection -> records.find(connection, key)).flatMap(PublishedForms::published);
    }

    /** The form of a version, read; empty as long as its version or one of its files is not here, or if it is faulty. */
    public Optional<Form> form(RecordKey key) {
        return find(key).flatMap(published -> form(key.teamId(), published.version()));
    }

    private Optional<Form> form(UUID teamId, FormVersion version) {
        Map<String, byte[]> media = new TreeMap<>();
        for (Map.Entry<String, Attachment> file : version.getMediaMap().entrySet()) {
            Optional<ByteString> content = files.read(teamId, file.getValue().getSha256());
            if (content.isEmpty()) {
                return Optional.empty();
            }
            media.put(file.getKey(), content.get().toByteArray());
        }
        return files.read(teamId, version.getXform().getSha256())
                .map(xform -> Form.read(xform.toByteArray(), FormMedia.of(media)))
                .flatMap(reading -> reading instanceof FormReading.Readable readable
                        ? Optional.of(readable.form())
                        : Optional.empty());
    }

    private static Optional<Published> published(StoredRecord record) {
        if (record.tombstone().isPresent()) {
            return Optional.empty();
        }
        try {
            FormVersion version = FormVersion.parseFrom(record.toState().body());
            return Optional.of(new Published(record.key(), version));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the kept contents of " + record.key() + " do not parse", e);
        }
    }
}
