package tsunagi.app.round;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagi.app.Parts;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.engine.draft.Draft;
import tsunagi.engine.form.FormHere;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.view.RecordView;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.RoundPhase;

/**
 * A round that is being planned or changed, with what it can be made of.
 *
 * @param round as it would be saved
 * @param forms that a new round can take
 * @param before rounds of the same form that went before
 */
record RoundEdit(Draft draft, Round round, List<FormHere> forms, String place, List<RoundInBrief> before) {
    private static final int ROUND = RecordType.RECORD_TYPE_ROUND_VALUE;

    static RoundEdit of(Parts parts, Draft draft) {
        Tablet tablet = parts.tablet();
        UUID team = draft.key().teamId();
        Round round = standing(tablet, draft);
        List<FormHere> forms = tablet.forms().all(team).stream()
                .filter(form ->
                        !form.isRetired() || form.formVersionId().toString().equals(round.getFormVersionId()))
                .collect(Collectors.toList());
        List<RoundInBrief> before = tablet.list(team, ROUND).stream()
                .filter(view -> !view.key().equals(draft.key()))
                .filter(view -> isBefore(view, round))
                .map(view -> RoundInBrief.of(tablet, view))
                .collect(Collectors.toList());
        return new RoundEdit(draft, round, forms, RoundPlace.of(tablet, team, round), before);
    }

    private static boolean isBefore(RecordView view, Round round) {
        Round other = view.as(Round.getDefaultInstance());
        return other.getPhase() == RoundPhase.ROUND_PHASE_BEFORE
                && other.getWorkplaceId().equals(round.getWorkplaceId());
    }

    private static Round standing(Tablet tablet, Draft draft) {
        Map<FieldPath, ByteString> values = new TreeMap<>();
        tablet.show(draft.key()).state().fields().forEach((path, field) -> values.put(path, field.value()));
        values.putAll(draft.entered());
        try {
            return Round.parseFrom(FieldValues.of(values).join());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a kept draft does not parse", e);
        }
    }

    Optional<FormHere> form() {
        return forms.stream()
                .filter(form -> form.formVersionId().toString().equals(round.getFormVersionId()))
                .findFirst();
    }

    /** Whether the form would have its rounds know so much of those who answer. */
    boolean allows(RoundIdentity identity) {
        return form().map(form -> form.version().getIdentitiesList())
                .map(identities -> identities.isEmpty() || identities.contains(identity))
                .orElse(true);
    }

    boolean isPaired() {
        return round.getPhase() == RoundPhase.ROUND_PHASE_AFTER || round.getPhase() == RoundPhase.ROUND_PHASE_FOLLOW_UP;
    }
}
