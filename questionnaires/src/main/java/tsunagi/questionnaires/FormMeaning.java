package tsunagi.questionnaires;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagi.records.v1.ResponseSubject;
import tsunagi.records.v1.RoundIdentity;
import tsunagi.records.v1.Scale;

/**
 * What a form says of its answers besides asking for them. It stands in the head of the XForm, where JavaRosa passes over it.
 *
 * @param subject whom or what it asks about; empty when it does not say
 * @param identities what its rounds may know of who answers; none when it does not mind
 * @param scales its scores, by scale key, in the form's order
 */
public record FormMeaning(
        Optional<ResponseSubject> subject, List<RoundIdentity> identities, Map<String, Scale> scales) {
    /** Of a form that says nothing. */
    public static final FormMeaning NONE = new FormMeaning(Optional.empty(), List.of(), Map.of());

    public FormMeaning {
        identities = List.copyOf(identities);
        scales = Collections.unmodifiableMap(new LinkedHashMap<>(scales));
    }

    /** The element that carries it; empty when there is nothing to say. */
    public String xml() {
        return equals(NONE) ? "" : MeaningXml.write(this);
    }
}
