package tsunagi.app.batch;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tsunagi.matchcode.MatchCode;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Consent;
import tsunagi.records.v1.ConsentState;
import tsunagi.records.v1.EntryMethod;
import tsunagi.records.v1.FormVersion;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.Round;

/**
 * What stands at the head of a sheet of paper.
 *
 * @param code empty when none was written on it
 * @param participantId whose it is, in a named round; empty otherwise
 * @param given the scopes of consent that were ticked on it
 */
record PaperSheet(Optional<MatchCode> code, String participantId, LocalDate writtenOn, Collection<String> given) {
    /** The heading of the sheet as it is kept. */
    Response heading(RecordKey key, Round round, FormVersion form, String recordingPersonId) {
        Response.Builder heading = Response.newBuilder()
                .setRoundId(key.id().toString())
                .setFormVersionId(round.getFormVersionId())
                .setEntryMethod(EntryMethod.ENTRY_METHOD_PAPER)
                .setWrittenOn(writtenOn.toString());
        if (form.hasSubject()) {
            heading.setSubject(form.getSubject());
        }
        if (!round.getMeetingId().isEmpty()) {
            heading.setMeetingId(round.getMeetingId());
        }
        if (!participantId.isEmpty()) {
            heading.setParticipantId(participantId);
        }
        code.ifPresent(match -> heading.setMatchCode(match.digits()));
        List<String> scopes = round.getConsentScopesList();
        for (String scope : scopes) {
            heading.putConsents(
                    scope,
                    Consent.newBuilder()
                            .setState(
                                    given.contains(scope)
                                            ? ConsentState.CONSENT_STATE_GIVEN
                                            : ConsentState.CONSENT_STATE_REFUSED)
                            .setStatedOn(writtenOn.toString())
                            .setRecordingPersonId(recordingPersonId)
                            .build());
        }
        return heading.build();
    }
}
