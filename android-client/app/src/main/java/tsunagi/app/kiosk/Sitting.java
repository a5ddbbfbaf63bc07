package tsunagi.app.kiosk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.matchcode.CodeReading;
import tsunagi.matchcode.MatchCode;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Consent;
import tsunagi.records.v1.ConsentState;
import tsunagi.records.v1.EntryMethod;
import tsunagi.records.v1.Response;

/** One respondent's way from the blank page to the thanks; when they are gone, nothing of them is left in it. */
final class Sitting {
    private final boolean asksForCode;
    private final List<String> scopes;
    private final Map<String, Boolean> said = new LinkedHashMap<>();
    private Step step = new Step.Blank();
    private Optional<MatchCode> code = Optional.empty();

    /** What the respondent has before them. */
    sealed interface Step {
        /** Nothing but a word that it goes on with a touch. */
        record Blank() implements Step {}

        /** What this is about. */
        record Welcome() implements Step {}

        /** Whether they have a code, and which; with what was wrong with the one typed. */
        record Code(Optional<CodeReading.Fault> fault) implements Step {}

        /** There is a sheet with this code that was broken off. */
        record GoOn(RecordKey sheet) implements Step {}

        /** There is a complete sheet with this code already. */
        record AnsweredBefore() implements Step {}

        /** What may be done with the answers. */
        record Consents() implements Step {}

        /**
         * The form.
         *
         * @param goesOnWith the broken-off sheet; empty for a new one
         */
        record Form(Optional<RecordKey> goesOnWith) implements Step {}

        /** It is done. */
        record Thanks() implements Step {}
    }

    /** What is known of a code in a round. */
    sealed interface Known {
        /** No sheet bears it. */
        record Unused() implements Known {}

        /** A sheet bears it that was broken off. */
        record BrokenOff(RecordKey sheet) implements Known {}

        /** A complete sheet bears it. */
        record Complete() implements Known {}
    }

    /**
     * A sitting with nobody there yet.
     *
     * @param asksForCode whether sheets bear a code
     * @param scopes what consent is asked for
     */
    Sitting(boolean asksForCode, List<String> scopes) {
        this.asksForCode = asksForCode;
        this.scopes = scopes;
    }

    Step step() {
        return step;
    }

    void touch() {
        if (step instanceof Step.Blank) {
            step = new Step.Welcome();
        }
    }

    void begin() {
        step = asksForCode ? new Step.Code(Optional.empty()) : beforeForm();
    }

    /** Takes a code as it was typed; what it reads as is to be looked up and told to {@link #know}. */
    Optional<MatchCode> typed(String text) {
        CodeReading reading = MatchCode.read(text);
        if (reading instanceof CodeReading.Fits fits) {
            code = Optional.of(fits.code());
            return code;
        }
        code = Optional.empty();
        step = new Step.Code(Optional.of(((CodeReading.Unfit) reading).fault()));
        return Optional.empty();
    }

    void know(Known known) {
        if (known instanceof Known.BrokenOff brokenOff) {
            step = new Step.GoOn(brokenOff.sheet());
        } else if (known instanceof Known.Complete) {
            step = new Step.AnsweredBefore();
        } else {
            step = beforeForm();
        }
    }

    void withoutCode() {
        code = Optional.empty();
        step = beforeForm();
    }

    /** It is their code: the sheet goes on, or there will be a second one with it. */
    void isMine() {
        if (step instanceof Step.GoOn goOn) {
            step = new Step.Form(Optional.of(goOn.sheet()));
        } else {
            step = beforeForm();
        }
    }

    private Step beforeForm() {
        return scopes.isEmpty() ? new Step.Form(Optional.empty()) : new Step.Consents();
    }

    List<String> scopes() {
        return scopes;
    }

    Optional<Boolean> said(String scope) {
        return Optional.ofNullable(said.get(scope));
    }

    void consent(String scope, boolean isGiven) {
        said.put(scope, isGiven);
    }

    boolean hasSaidAll() {
        return said.keySet().containsAll(scopes);
    }

    void consented() {
        if (hasSaidAll()) {
            step = new Step.Form(Optional.empty());
        }
    }

    /** One step back; from the first, and from the form, there is none. */
    void back() {
        if ((step instanceof Step.Consents && asksForCode)
                || step instanceof Step.GoOn
                || step instanceof Step.AnsweredBefore) {
            code = Optional.empty();
            step = new Step.Code(Optional.empty());
        } else if (step instanceof Step.Code || step instanceof Step.Consents) {
            step = new Step.Welcome();
        }
    }

    void sent() {
        forget();
        step = new Step.Thanks();
    }

    /** Whoever was here is gone. */
    void left() {
        forget();
        step = new Step.Blank();
    }

    private void forget() {
        said.clear();
        code = Optional.empty();
    }

    /** True when what is left half-way can be opened again by whoever left it. */
    boolean canBeReopened() {
        return code.isPresent();
    }

    /** What the sheet says besides its answers. */
    Response heading(LocalDate today) {
        Response.Builder heading = Response.newBuilder()
                .setEntryMethod(EntryMethod.ENTRY_METHOD_SELF)
                .setWrittenOn(today.toString());
        code.ifPresent(match -> heading.setMatchCode(match.digits()));
        said.forEach((scope, isGiven) -> heading.putConsents(
                scope,
                Consent.newBuilder()
                        .setState(isGiven ? ConsentState.CONSENT_STATE_GIVEN : ConsentState.CONSENT_STATE_REFUSED)
                        .setStatedOn(today.toString())
                        .build()));
        return heading.build();
    }
}
