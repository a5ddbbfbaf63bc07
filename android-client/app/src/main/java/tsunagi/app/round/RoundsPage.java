package tsunagi.app.round;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.app.Parts;
import tsunagi.app.user.User;
import tsunagi.engine.form.FormHere;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.records.v1.RecordType;

/**
 * What the section of questionnaires shows.
 *
 * @param asked rounds that are being asked or are still to come, the one that opened last first
 * @param over those whose last day is over
 */
public record RoundsPage(List<RoundInBrief> asked, List<RoundInBrief> over, List<FormHere> forms) {
    private static final int ROUND = RecordType.RECORD_TYPE_ROUND_VALUE;

    /** The rounds and forms of the team of whoever holds the tablet; of all its teams as long as nobody said who that is. */
    public static RoundsPage of(Parts parts) {
        Tablet tablet = parts.tablet();
        List<RoundInBrief> rounds = new ArrayList<>();
        List<FormHere> forms = new ArrayList<>();
        for (UUID team : teams(parts)) {
            for (RecordView view : tablet.list(team, ROUND)) {
                rounds.add(RoundInBrief.of(tablet, view));
            }
            forms.addAll(tablet.forms().all(team));
        }
        rounds.sort(Comparator.comparing((RoundInBrief round) -> round.round().getOpensOn())
                .thenComparing(RoundInBrief::name)
                .reversed());
        forms.sort(Comparator.comparing(FormHere::isRetired)
                .thenComparing(form -> form.version().getTitle())
                .thenComparing(form -> form.version().getVersion()));
        String today = parts.today().toString();
        return new RoundsPage(
                rounds.stream().filter(round -> round.isAsked(today)).collect(Collectors.toList()),
                rounds.stream().filter(round -> !round.isAsked(today)).collect(Collectors.toList()),
                forms);
    }

    private static List<UUID> teams(Parts parts) {
        Optional<User> current = parts.users().current();
        return parts.users().all().stream()
                .map(User::teamId)
                .filter(team -> !current.isPresent() || current.get().teamId().equals(team))
                .distinct()
                .collect(Collectors.toList());
    }
}
