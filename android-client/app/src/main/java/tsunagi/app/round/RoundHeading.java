package tsunagi.app.round;

import java.util.UUID;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Round;

/** What every sheet of a round says at its head, however it is filled in. */
public final class RoundHeading {
    private static final int FORM = RecordType.RECORD_TYPE_FORM_VERSION_VALUE;

    private RoundHeading() {}

    /** The head of a new sheet, to which more can be added. */
    public static Response.Builder of(Tablet tablet, RecordKey key, Round round) {
        Response.Builder heading =
                Response.newBuilder().setRoundId(key.id().toString()).setFormVersionId(round.getFormVersionId());
        RecordKey formKey = new RecordKey(key.teamId(), FORM, UUID.fromString(round.getFormVersionId()));
        FormVersion form = tablet.show(formKey).as(FormVersion.getDefaultInstance());
        if (form.hasSubject()) {
            heading.setSubject(form.getSubject());
        }
        if (!round.getMeetingId().isEmpty()) {
            heading.setMeetingId(round.getMeetingId());
        }
        return heading;
    }
}
