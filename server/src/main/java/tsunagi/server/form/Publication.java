package tsunagi.server.form;

import com.google.protobuf.ByteString;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.merge.RecordState;
import tsunagi.piece.Sha256;
import tsunagi.questionnaires.Form;
import tsunagi.questionnaires.Wording;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Attachment;
import tsunagi.records.v1.FormVersion;
import tsunagi.server.attachment.AttachmentStore;
import tsunagi.server.attachment.Taken;
import tsunagi.server.desk.Desk;
import tsunagi.server.desk.DeskEdit;
import tsunagi.server.desk.DeskWord;
import tsunagi.server.form.PublishedForms.Published;

/** Makes a form a version that a team's tablets get; a version that was published never changes. */
public final class Publication {
    private final PublishedForms forms;
    private final AttachmentStore files;
    private final Desk desk;

    /** What came of it. */
    public sealed interface Outcome {
        /** It is published now. */
        record Done(RecordKey key) implements Outcome {}

        /** The very same version was published before. */
        record Again(RecordKey key) implements Outcome {}

        /** It is not published; why, and what to do. */
        record Refused(Wording why) implements Outcome {}
    }

    public Publication(PublishedForms forms, AttachmentStore files, Desk desk) {
        this.forms = forms;
        this.files = files;
        this.desk = desk;
    }

    /**
     * Publishes.
     *
     * @param media the files that the form shows or reads, by the names it calls them
     */
    public Outcome publish(
            UUID teamId, String personId, Form form, String xform, Map<String, byte[]> media, LocalDate today) {
        Optional<Wording> objection = objection(teamId, personId, form);
        if (objection.isPresent()) {
            return new Outcome.Refused(objection.get());
        }
        ByteString xformBytes = ByteString.copyFromUtf8(xform);
        FormVersion.Builder version = FormVersion.newBuilder()
                .setFormKey(form.key())
                .setVersion(form.version())
                .setTitle(form.title().isEmpty() ? form.key() : form.title())
                .setXform(attachment(xformBytes, "application/xml"))
                .putAllScales(form.scales())
                .addAllIdentities(form.identities());
        form.subject().ifPresent(version::setSubject);
        media.forEach((name, content) ->
                version.putMedia(name, attachment(ByteString.copyFrom(content), "application/octet-stream")));
        RecordKey key = PublishedForms.key(teamId, form.key(), form.version());
        Optional<Published> before = forms.find(key);
        if (before.isPresent()) {
            return hasSameFiles(before.get().version(), version)
                    ? new Outcome.Again(key)
                    : new Outcome.Refused(changed(before.get()));
        }
        Optional<Wording> unstored = store(teamId, xformBytes, media);
        if (unstored.isPresent()) {
            return new Outcome.Refused(unstored.get());
        }
        return word(
                key,
                write(
                        teamId,
                        personId,
                        key,
                        version.setPublishedOn(today.toString()).build()));
    }

    /** No new round takes it from this day on. */
    public Outcome retire(Published published, String personId, LocalDate from) {
        RecordKey key = published.key();
        if (!desk.mayWrite(key.teamId(), personId)) {
            return new Outcome.Refused(notAMember());
        }
        return word(
                key,
                write(
                        key.teamId(),
                        personId,
                        key,
                        FormVersion.newBuilder().setRetiredOn(from.toString()).build()));
    }

    /** New rounds may take it again. */
    public Outcome bringBack(Published published, String personId) {
        RecordKey key = published.key();
        if (!desk.mayWrite(key.teamId(), personId)) {
            return new Outcome.Refused(notAMember());
        }
        DeskEdit edit = new DeskEdit(
                desk.show(key),
                FieldValues.of(FormVersion.getDefaultInstance()),
                Set.of(FieldPath.field(FormVersion.RETIRED_ON_FIELD_NUMBER)));
        return word(key, desk.write(key.teamId(), personId, List.of(edit)).get(0));
    }

    private DeskWord write(UUID teamId, String personId, RecordKey key, FormVersion values) {
        RecordState seen = desk.show(key);
        return desk.write(teamId, personId, List.of(DeskEdit.of(seen, values))).get(0);
    }

    private static Outcome word(RecordKey key, DeskWord word) {
        if (word instanceof DeskWord.Taken) {
            return new Outcome.Done(key);
        }
        if (word instanceof DeskWord.Unchanged) {
            return new Outcome.Again(key);
        }
        return new Outcome.Refused(
                new Wording("サーバーに記録できませんでした: " + word, "The server could not take the record in: " + word));
    }

    private Optional<Wording> objection(UUID teamId, String personId, Form form) {
        if (!desk.mayWrite(teamId, personId)) {
            return Optional.of(notAMember());
        }
        if (form.key().isEmpty() || form.key().equals("data")) {
            return Optional.of(new Wording(
                    "調査票の ID がありません。settings シートの form_id に、半角英数字の短い ID(例: low_back)を書いてください。",
                    "The form has no id. Write a short one, such as low_back, into form_id on the sheet settings."));
        }
        if (form.version().isEmpty()) {
            return Optional.of(new Wording(
                    "版がありません。settings シートの version に版(例: 2026-07-01)を書いてください。公開した版は変わらないので、直すたびに新しい版にします。",
                    "The form has no version. Write one, such as 2026-07-01, into version on the sheet settings; what is"
                            + " published never changes, so every correction is a new version."));
        }
        return Optional.empty();
    }

    private static Wording notAMember() {
        return new Wording(
                "この人は、いまこのチームの職員ではありません。./tsunagi person list で確かめてください。",
                "This person is no member of the team now; see ./tsunagi person list.");
    }

    private static Wording changed(Published before) {
        return new Wording(
                before.name() + " はすでに公開されていて、内容が違います。公開した版は変えられません。settings シートの version を新しくして、もう一度公開してください。",
                before.name()
                        + " was published with other contents, and what is published never changes. Give version on"
                        + " the sheet settings a new value and publish again.");
    }

    private Optional<Wording> store(UUID teamId, ByteString xform, Map<String, byte[]> media) {
        Optional<Wording> refusal = store(teamId, "XForm", xform);
        for (Map.Entry<String, byte[]> file : media.entrySet()) {
            refusal =
                    refusal.isPresent() ? refusal : store(teamId, file.getKey(), ByteString.copyFrom(file.getValue()));
        }
        return refusal;
    }

    private Optional<Wording> store(UUID teamId, String name, ByteString content) {
        return files.put(teamId, content) instanceof Taken.Refused refused
                ? Optional.of(new Wording(
                        "ファイル " + name + " を保存できません(" + refused.detail() + ")。小さくするか、あとでやり直してください。",
                        "The file " + name + " cannot be stored (" + refused.detail()
                                + "). Make it smaller, or try later."))
                : Optional.empty();
    }

    private static boolean hasSameFiles(FormVersion before, FormVersion.Builder now) {
        return before.getXform().getSha256().equals(now.getXform().getSha256())
                && before.getMediaMap().equals(now.getMediaMap());
    }

    private static Attachment attachment(ByteString content, String mediaType) {
        return Attachment.newBuilder()
                .setSha256(Sha256.of(content))
                .setMediaType(mediaType)
                .setSizeBytes(content.size())
                .build();
    }
}
