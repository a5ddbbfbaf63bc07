package tsunagi.app.round;

import java.util.Optional;
import tsunagi.app.Parts;
import tsunagi.app.user.User;
import tsunagi.engine.form.FormHere;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RoundIdentity;

/**
 * What the page of one round shows.
 *
 * @param form empty when this tablet has not heard of it yet
 * @param author who would be named as the author of its sheets; empty as long as nobody said who holds the tablet
 */
public record RoundPage(RoundInBrief brief, Optional<FormHere> form, Optional<User> author) {
    /** The round as it stands; empty when there is none any more. */
    public static Optional<RoundPage> of(Parts parts, RecordKey key) {
        Tablet tablet = parts.tablet();
        RecordView view = tablet.show(key);
        if (!view.isAlive()) {
            return Optional.empty();
        }
        RoundInBrief brief = RoundInBrief.of(tablet, view);
        Optional<FormHere> form = tablet.forms().all(key.teamId()).stream()
                .filter(here ->
                        here.formVersionId().toString().equals(brief.round().getFormVersionId()))
                .findFirst();
        Optional<User> author =
                parts.users().current().filter(user -> user.teamId().equals(key.teamId()));
        return Optional.of(new RoundPage(brief, form, author));
    }

    /** Why sheets cannot be filled in here and now. */
    public enum Hindrance {
        NONE,
        NOBODY_HOLDS_THE_TABLET,
        FORM_NOT_HERE
    }

    /** What stands against filling in a sheet at all. */
    public Hindrance hindrance() {
        if (!form.isPresent() || !form.get().isComplete()) {
            return Hindrance.FORM_NOT_HERE;
        }
        return author.isPresent() ? Hindrance.NONE : Hindrance.NOBODY_HOLDS_THE_TABLET;
    }

    /** Respondents of a named round would have to be shown each other's names to find their own. */
    public boolean isFitForKiosk() {
        return brief.round().getIdentity() != RoundIdentity.ROUND_IDENTITY_NAMED;
    }
}
