package tsunagi.server.sheet;

import java.util.List;

/**
 * A sentence that a rule proposes.
 *
 * @param key the rule, and the scale it is about
 * @param condition the condition as the rule states it
 * @param standsOn the figures it stands on, as they are now
 */
public record Proposal(String key, boolean isFront, String text, String condition, List<String> standsOn) {
    /** The name of the rule. */
    String rule() {
        return key.contains(":") ? key.substring(0, key.indexOf(':')) : key;
    }
}
