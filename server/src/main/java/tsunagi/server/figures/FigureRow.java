package tsunagi.server.figures;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A row of a table of figures.
 *
 * @param part the part of the work that it is of, where it leads to the figures of that part alone
 * @param range of a scale, for pictures
 * @param isTotal whether it sums the others up, and is left out of pictures
 */
public record FigureRow(
        String name, Optional<Split> part, Optional<Range> range, boolean isTotal, List<FigureCell> cells) {
    /**
     * How far a scale goes.
     *
     * @param better `higher`, `lower`, or neither
     */
    public record Range(OptionalDouble least, OptionalDouble most, String better) {}

    static FigureRow of(String name, FigureCell... cells) {
        return new FigureRow(name, Optional.empty(), Optional.empty(), false, List.of(cells));
    }

    static FigureRow of(String name, List<FigureCell> cells) {
        return new FigureRow(name, Optional.empty(), Optional.empty(), false, List.copyOf(cells));
    }

    FigureRow leadingTo(Split split) {
        return new FigureRow(name, Optional.of(split), range, isTotal, cells);
    }

    FigureRow in(Range limits) {
        return new FigureRow(name, part, Optional.of(limits), isTotal, cells);
    }

    FigureRow asTotal() {
        return new FigureRow(name, part, range, true, cells);
    }
}
