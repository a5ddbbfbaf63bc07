package tsunagi.app.batch;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tsunagi.app.round.RoundHeading;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.draft.DraftNote;
import tsunagi.engine.form.Filling;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.EntryMethod;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Round;

/** The sheets of a round as somebody types them from paper, one after the other. */
final class BatchSheets {
    private static final int RESPONSE = RecordType.RECORD_TYPE_RESPONSE_VALUE;

    private final Tablet tablet;
    private final RecordKey round;
    private final String personId;

    BatchSheets(Tablet tablet, RecordKey round, String personId) {
        this.tablet = tablet;
        this.round = round;
        this.personId = personId;
    }

    /** Begins a sheet; empty when its form is not here. */
    Optional<Filling> begin(PaperSheet sheet) {
        Round asked = tablet.show(round).as(Round.getDefaultInstance());
        Response heading = sheet.heading(RoundHeading.of(tablet, round, asked), asked.getConsentScopesList(), personId);
        return tablet.forms().begin(round.teamId(), heading, personId);
    }

    /** Gives a code out: from now on nobody else is given it. */
    void giveOut(OwnCodes.Next next) {
        Draft draft = tablet.edit(round)
                .set(Round.newBuilder()
                        .putCodeRanges(next.rangeKey(), next.range())
                        .build());
        tablet.save(draft, personId);
    }

    Optional<Filling> reopen(RecordKey sheet) {
        return tablet.forms().reopen(sheet, personId);
    }

    /** The sheet that was being typed when the desk was left. */
    Optional<Filling> unfinished() {
        for (DraftNote note : tablet.drafts()) {
            if (note.key().type() == RESPONSE && note.key().teamId().equals(round.teamId())) {
                Response response = standing(note.key());
                if (response.getRoundId().equals(round.id().toString())
                        && response.getEntryMethod() == EntryMethod.ENTRY_METHOD_PAPER) {
                    return tablet.forms().resume(note.draftId(), personId);
                }
            }
        }
        return Optional.empty();
    }

    /** What a sheet says, as it was saved with what was typed since. */
    Response standing(RecordKey sheet) {
        Map<FieldPath, ByteString> values = new TreeMap<>();
        tablet.show(sheet).state().fields().forEach((path, field) -> values.put(path, field.value()));
        for (DraftNote note : tablet.drafts()) {
            if (note.key().equals(sheet)) {
                tablet.resume(note.draftId()).ifPresent(draft -> values.putAll(draft.entered()));
            }
        }
        try {
            return Response.parseFrom(FieldValues.of(values).join());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a kept draft does not parse", e);
        }
    }
}
