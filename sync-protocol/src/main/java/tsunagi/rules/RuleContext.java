package tsunagi.rules;

import com.google.protobuf.Message;
import java.util.Optional;

/** The other records, as far as whoever checks has them. A rule that needs one which is not here says nothing. */
public interface RuleContext {
    /** The record of this type and id; empty when it is not here, has ended, or the id is empty or none. */
    <M extends Message> Optional<M> find(M type, String id);

    /** For a record that is checked by itself. */
    static RuleContext alone() {
        return new RuleContext() {
            @Override
            public <M extends Message> Optional<M> find(M type, String id) {
                return Optional.empty();
            }
        };
    }
}
