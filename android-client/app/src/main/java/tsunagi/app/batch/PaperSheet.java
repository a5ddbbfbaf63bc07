package tsunagi.app.batch;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tsunagi.matchcode.MatchCode;
import tsunagi.records.v1.Consent;
import tsunagi.records.v1.ConsentState;
import tsunagi.records.v1.EntryMethod;
import tsunagi.records.v1.Response;

/**
 * What stands at the head of a sheet of paper.
 *
 * @param code empty when none was written on it
 * @param participantId whose it is, in a named round; empty otherwise
 * @param given the scopes of consent that were ticked on it
 */
record PaperSheet(Optional<MatchCode> code, String participantId, LocalDate writtenOn, Collection<String> given) {
    /**
     * The heading of the sheet as it is kept.
     *
     * @param heading what every sheet of its round says
     * @param scopes what consent the round asks for
     */
    Response heading(Response.Builder heading, List<String> scopes, String recordingPersonId) {
        heading.setEntryMethod(EntryMethod.ENTRY_METHOD_PAPER).setWrittenOn(writtenOn.toString());
        if (!participantId.isEmpty()) {
            heading.setParticipantId(participantId);
        }
        code.ifPresent(match -> heading.setMatchCode(match.digits()));
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
