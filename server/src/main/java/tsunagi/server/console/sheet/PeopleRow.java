package tsunagi.server.console.sheet;

import java.util.ArrayList;
import java.util.List;

/**
 * People as a row of dots.
 *
 * @param dots all of them
 * @param height of the picture whose width is {@link #WIDTH}
 */
public record PeopleRow(List<Dot> dots, double height) {
    public static final int WIDTH = 360;

    private static final int IN_A_ROW_MIN = 36;
    private static final int ROWS_MAX = 3;
    private static final double OF_THE_STEP = 0.38;

    /** So many dots, the first of them full. */
    public static PeopleRow of(long full, long all) {
        long inARow = Math.max(IN_A_ROW_MIN, (all + ROWS_MAX - 1) / ROWS_MAX);
        return of(full, all, inARow, (double) WIDTH / inARow);
    }

    /** The same in a picture of its own width. */
    static PeopleRow of(long full, long all, long inARow, double step) {
        List<Dot> dots = new ArrayList<>();
        for (long i = 0; i < all; i++) {
            long row = i / inARow;
            dots.add(new Dot((i % inARow + 0.5) * step, (row + 0.5) * step, step * OF_THE_STEP, i < full));
        }
        return new PeopleRow(List.copyOf(dots), Math.max(1, (all + inARow - 1) / inARow) * step);
    }

    public String heightText() {
        return Dot.text(height);
    }
}
