package tsunagi.server.export;

import com.google.protobuf.InvalidProtocolBufferException;
import tsunagi.records.v1.Consent;
import tsunagi.records.v1.ConsentState;
import tsunagi.records.v1.Response;
import tsunagi.server.words.ShownRecord;

/** Whether a respondent allows that a sheet is used. */
final class SheetConsent {
    private SheetConsent() {}

    /** Whether consent to this scope was taken back or refused; a sheet that cannot be read counts as one of them. */
    static boolean isRefused(ShownRecord sheet, String scope) {
        try {
            ConsentState state = Response.parseFrom(sheet.body())
                    .getConsentsOrDefault(scope, Consent.getDefaultInstance())
                    .getState();
            return state == ConsentState.CONSENT_STATE_WITHDRAWN || state == ConsentState.CONSENT_STATE_REFUSED;
        } catch (InvalidProtocolBufferException e) {
            return true;
        }
    }
}
