package tsunagi.server.console.review;

import java.util.List;
import java.util.Optional;
import tsunagi.server.review.ReviewCounts;

/**
 * One of the lists of this section.
 *
 * @param tab which: open, answered, unseen or left-out
 * @param isOn whether the team has what moves looked at
 * @param since since when, in words; empty when it does not
 * @param next the address of the page behind it; empty when this is the last
 * @param isFirst whether nothing is before it
 */
public record ListPage(
        String tab,
        ReviewCounts counts,
        List<QuestionRow> questions,
        List<RecordRow> records,
        boolean isOn,
        String since,
        Optional<String> next,
        boolean isFirst) {}
