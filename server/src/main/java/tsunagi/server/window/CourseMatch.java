package tsunagi.server.window;

import java.util.List;

/**
 * A course of the menu that could answer a request.
 *
 * @param weight how much speaks for it; more is better
 * @param isNamed whether the request names it
 * @param reasons themes and words that both have
 */
public record CourseMatch(
        String courseId, String title, String bodyId, int weight, boolean isNamed, List<String> reasons) {}
