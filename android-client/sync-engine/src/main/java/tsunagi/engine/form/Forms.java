package tsunagi.engine.form;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.engine.attachment.Files;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.draft.Drafts;
import tsunagi.engine.view.RecordView;
import tsunagi.engine.view.Records;
import tsunagi.questionnaires.Form;
import tsunagi.questionnaires.FormMedia;
import tsunagi.questionnaires.FormReading;
import tsunagi.questionnaires.SheetSetting;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Answer;
import tsunagi.records.v1.Attachment;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;

/** The forms on this tablet, and the sheets that are filled in with them. */
public final class Forms {
    private static final int FORM = RecordType.RECORD_TYPE_FORM_VERSION_VALUE;
    private static final int SHEET = RecordType.RECORD_TYPE_RESPONSE_VALUE;

    private final Records records;
    private final Drafts drafts;
    private final Files files;
    private final Supplier<UUID> ids;

    public Forms(Records records, Drafts drafts, Files files, Supplier<UUID> ids) {
        this.records = records;
        this.drafts = drafts;
        this.files = files;
        this.ids = ids;
    }

    /** Every form version of a team. */
    public List<FormHere> all(UUID teamId) {
        List<FormHere> all = new ArrayList<>();
        for (RecordView view : records.list(teamId, FORM)) {
            FormVersion version = view.as(FormVersion.getDefaultInstance());
            all.add(new FormHere(teamId, view.key().id(), version, isComplete(teamId, version)));
        }
        return all;
    }

    private boolean isComplete(UUID teamId, FormVersion version) {
        boolean isComplete = files.isHere(teamId, version.getXform().getSha256());
        for (Attachment file : version.getMediaMap().values()) {
            isComplete &= files.isHere(teamId, file.getSha256());
        }
        return isComplete;
    }

    /** A form version, read; empty as long as it or one of its files is not here. */
    public Optional<Form> read(UUID teamId, UUID formVersionId) {
        FormVersion version =
                records.show(new RecordKey(teamId, FORM, formVersionId)).as(FormVersion.getDefaultInstance());
        Optional<ByteString> xform = files.read(teamId, version.getXform().getSha256());
        if (!xform.isPresent() || !isComplete(teamId, version)) {
            return Optional.empty();
        }
        Map<String, byte[]> media = new TreeMap<>();
        version.getMediaMap().forEach((name, file) -> files.read(teamId, file.getSha256())
                .ifPresent(content -> media.put(name, content.toByteArray())));
        FormReading reading = Form.read(xform.get().toByteArray(), FormMedia.of(media));
        return reading instanceof FormReading.Readable readable ? Optional.of(readable.form()) : Optional.empty();
    }

    /**
     * Begins a sheet; empty as long as its form is not here.
     *
     * @param heading all that is known of it besides its answers, among it the version of its form
     */
    public Optional<Filling> begin(UUID teamId, Response heading, String authorPersonId) {
        UUID versionId = UUID.fromString(heading.getFormVersionId());
        return read(teamId, versionId).map(form -> {
            Draft draft = drafts.begin(new RecordKey(teamId, SHEET, ids.get()), heading);
            return new Filling(
                    draft,
                    form.begin(setting(authorPersonId)),
                    new Filling.Answers(Collections.emptyMap(), heading.getAnswersMap(), ""),
                    drafts,
                    files);
        });
    }

    /** Goes on with a sheet, on the version it was begun with; empty when it was saved, discarded, or its form is not here. */
    public Optional<Filling> resume(UUID draftId, String authorPersonId) {
        return drafts.resume(draftId).flatMap(draft -> goOn(draft, authorPersonId));
    }

    /**
     * Opens a sheet that was saved, broken off or complete, to go on with it or to correct it, on the version it was begun
     * with; empty when there is none or its form is not here.
     */
    public Optional<Filling> reopen(RecordKey sheet, String authorPersonId) {
        return records.show(sheet).isAlive() ? goOn(drafts.begin(sheet), authorPersonId) : Optional.empty();
    }

    private Optional<Filling> goOn(Draft draft, String authorPersonId) {
        Response saved = records.show(draft.key()).as(Response.getDefaultInstance());
        Response standing = standing(draft);
        return read(draft.key().teamId(), UUID.fromString(standing.getFormVersionId()))
                .map(form -> new Filling(
                        draft,
                        form.resume(standing.getAnswersMap(), setting(authorPersonId)),
                        new Filling.Answers(
                                saved.getAnswersMap(),
                                standing.getAnswersMap(),
                                standing.getProgress().getQuestionPath()),
                        drafts,
                        files));
    }

    private SheetSetting setting(String authorPersonId) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("username", authorPersonId);
        return new SheetSetting(this::partKey, properties);
    }

    /** Of the random half of an id: nobody else gives it, and it is short. */
    private String partKey() {
        return "k" + Long.toString(ids.get().getLeastSignificantBits() & 0xff_ffff_ffffL, Character.MAX_RADIX);
    }

    /** What a sheet says so far: as it was saved, if it was, with what was entered since. */
    private Response standing(Draft draft) {
        Map<FieldPath, ByteString> values = new TreeMap<>();
        records.show(draft.key()).state().fields().forEach((path, field) -> values.put(path, field.value()));
        values.putAll(draft.entered());
        try {
            return Response.parseFrom(FieldValues.of(values).join());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a kept draft does not parse", e);
        }
    }

    /** One answer as a draft keeps it. */
    static ByteString entry(String path, Answer answer) {
        return Response.newBuilder().putAnswers(path, answer).build().toByteString();
    }
}
