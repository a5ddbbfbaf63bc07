package tsunagi.app.round;

import java.util.UUID;
import tsunagi.app.settings.AppSettings;
import tsunagi.records.v1.Round;

/**
 * Whom respondents are told to call (相談窓口), as it was last said on this tablet for a team: it is mostly the same from round to
 * round. No record of a team or a body holds it.
 */
record Consultation(AppSettings settings, UUID teamId) {
    /** Enters into a new round what was last said. */
    void offer(Round.Builder round) {
        settings.consultationPhone(teamId).filter(phone -> !phone.isEmpty()).ifPresent(round::setConsultationPhone);
        settings.consultationHours(teamId).filter(hours -> !hours.isEmpty()).ifPresent(round::setConsultationHours);
    }

    /** Remembers what a round says, if it says anything. */
    void remember(Round round) {
        if (!round.getConsultationPhone().isEmpty()
                || !round.getConsultationHours().isEmpty()) {
            settings.consultation(teamId, round.getConsultationPhone(), round.getConsultationHours());
        }
    }
}
