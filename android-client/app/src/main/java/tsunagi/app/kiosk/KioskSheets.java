package tsunagi.app.kiosk;

import java.util.Optional;
import tsunagi.app.kiosk.KioskPost.Standing;
import tsunagi.app.kiosk.Sitting.Known;
import tsunagi.app.round.RoundHeading;
import tsunagi.engine.form.Filling;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.matchcode.MatchCode;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.records.v1.ResponseState;
import tsunagi.records.v1.Round;

/**
 * The sheets of a round as respondents come to them. One that is left half-way is saved at once as broken off: it outlives the
 * tablet, counts as no valid sheet, and is opened again only for its code.
 */
final class KioskSheets {
    private static final int RESPONSE = RecordType.RECORD_TYPE_RESPONSE_VALUE;

    private final Tablet tablet;
    private final Standing standing;
    private final KioskPost post;

    KioskSheets(Tablet tablet, Standing standing, KioskPost post) {
        this.tablet = tablet;
        this.standing = standing;
        this.post = post;
    }

    /** What sheets of the round bear a code; one that was broken off goes before one that is complete. */
    Known find(MatchCode code) {
        Known known = new Known.Unused();
        for (RecordView view : tablet.lookup().referring(standing.round(), RESPONSE)) {
            Response response = view.as(Response.getDefaultInstance());
            if (response.getMatchCode().equals(code.digits())) {
                if (response.getProgress().getState() != ResponseState.RESPONSE_STATE_COMPLETE) {
                    return new Known.BrokenOff(view.key());
                }
                known = new Known.Complete();
            }
        }
        return known;
    }

    /** A new sheet; empty when the form is not here any more. */
    Optional<Filling> begin(Round round, Response heading) {
        Response whole = RoundHeading.of(tablet, standing.round(), round)
                .mergeFrom(heading)
                .build();
        putAway();
        return noted(tablet.forms().begin(standing.round().teamId(), whole, standing.personId()));
    }

    /** The sheet that was broken off, to go on with. */
    Optional<Filling> reopen(RecordKey sheet) {
        putAway();
        return noted(tablet.forms().reopen(sheet, standing.personId()));
    }

    private Optional<Filling> noted(Optional<Filling> filling) {
        filling.ifPresent(begun -> post.underway(begun.draftId()));
        return filling;
    }

    /** Somebody went away in the middle; where nothing was answered, nothing is kept. */
    void breakOff(Filling filling, boolean hasAnswered) {
        if (hasAnswered) {
            filling.breakOff(
                    filling.place(), standing.personId(), tablet.clock().wallMs());
        } else {
            filling.discard();
        }
        post.nothingUnderway();
    }

    /** Puts away what somebody was filling in when the process was killed. */
    void putAway() {
        post.underway().ifPresent(draftId -> {
            tablet.forms()
                    .resume(draftId, standing.personId())
                    .ifPresent(filling -> filling.breakOff(
                            filling.place(), standing.personId(), tablet.clock().wallMs()));
            post.nothingUnderway();
        });
    }
}
