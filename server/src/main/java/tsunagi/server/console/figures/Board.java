package tsunagi.server.console.figures;

import java.util.List;
import java.util.Optional;
import tsunagi.server.figures.Chapter;

/**
 * The board of figures as a page shows it.
 *
 * @param year the fiscal year, by the calendar year in which it begins
 * @param yearName the year as people say it
 * @param part the part of the work that all is of; empty for all of it
 * @param asOf up to when what came is in the figures
 * @param behind how many changes are not in them yet
 * @param wholeAddress the board without part and split
 * @param listAddress where the list of all figures is taken from
 * @param onlyChapter whether this is one chapter by itself
 */
public record Board(
        int year,
        String yearName,
        List<Choice> years,
        List<Choice> splits,
        Optional<String> part,
        String splitKey,
        String partKey,
        Optional<String> asOf,
        long behind,
        List<BoardPart> parts,
        String wholeAddress,
        String listAddress,
        boolean onlyChapter) {

    /** Something to choose from. */
    public record Choice(String value, String name, boolean isChosen) {}

    /** Whether nothing at all was counted in this year; what exists there is no work. */
    public boolean isEmpty() {
        return !onlyChapter
                && parts.stream()
                        .allMatch(part -> part.chapter().isPresent()
                                && (part.chapter().get().isEmpty()
                                        || part.chapter().get().chapter() == Chapter.COVERAGE));
    }
}
