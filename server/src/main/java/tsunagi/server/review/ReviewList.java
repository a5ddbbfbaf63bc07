package tsunagi.server.review;

import java.util.List;
import java.util.Optional;

/**
 * One page of what is listed.
 *
 * @param next where the page behind it begins; empty when this is the last
 */
public record ReviewList<T>(List<T> rows, Optional<String> next) {}
