package tsunagi.engine.index;

import java.util.Optional;
import java.util.Set;

/**
 * What the index takes out of one living record.
 *
 * @param day the day it stands on, YYYY-MM-DD
 * @param isOpen true while something is still to come of it
 * @param keys empty when records of its type are not searched by words
 */
public record Entry(Optional<String> day, boolean isOpen, Optional<SearchKeys> keys, Set<Reference> references) {}
