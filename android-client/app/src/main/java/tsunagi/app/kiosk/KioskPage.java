package tsunagi.app.kiosk;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagi.app.Parts;
import tsunagi.app.kiosk.KioskPost.Standing;
import tsunagi.engine.tablet.Tablet;
import tsunagi.questionnaires.Form;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;

/**
 * What a tablet that was handed over has to know of its round.
 *
 * @param form empty when the form is not here (any more)
 * @param teamName who reads the answers
 */
record KioskPage(Standing standing, Round round, Optional<Form> form, String teamName) {
    /** The round as it stands; empty when the tablet is with its staff. */
    static Optional<KioskPage> of(Parts parts, KioskPost post) {
        return post.standing().map(standing -> of(parts, standing));
    }

    private static KioskPage of(Parts parts, Standing standing) {
        Tablet tablet = parts.tablet();
        UUID team = standing.round().teamId();
        Round round = tablet.show(standing.round()).as(Round.getDefaultInstance());
        Optional<Form> form = round.getFormVersionId().isEmpty()
                ? Optional.empty()
                : tablet.forms().read(team, UUID.fromString(round.getFormVersionId()));
        String teamName = parts.users().all().stream()
                .filter(user -> user.teamId().equals(team))
                .map(user -> user.teamName())
                .findFirst()
                .orElse("");
        return new KioskPage(standing, round, form, teamName);
    }

    boolean isCoded() {
        return round.getIdentity() == RoundIdentity.ROUND_IDENTITY_CODED;
    }

    /** What people may choose between; none when the form speaks one language only. */
    List<String> languages() {
        List<String> languages = form.map(Form::languages).orElseGet(Collections::emptyList);
        return languages.size() > 1 ? languages : Collections.emptyList();
    }

    String title() {
        return form.map(Form::title).orElse(round.getName());
    }

    Sitting nobodyYet() {
        return new Sitting(isCoded(), round.getConsentScopesList());
    }
}
