package tsunagi.server.console.sheet;

import java.util.Optional;
import tsunagi.server.sheet.ScaleOnWall;

/**
 * The means before and now, on a line over the whole scale.
 *
 * @param before the dot of before
 * @param now the dot of now
 */
public record MeanLine(ScaleOnWall scale, Optional<Dot> before, Dot now) {
    public static final int WIDTH = 260;
    public static final int AXIS = 34;

    private static final int MARGIN = 12;
    private static final int RADIUS = 8;
    /** Room for the words beside a dot. */
    private static final int WORDS = 78;

    private static final int BETWEEN = 10;

    static MeanLine of(ScaleOnWall scale) {
        return new MeanLine(
                scale,
                scale.before().map(mean -> dot(scale, mean.value(), false)),
                dot(scale, scale.now().value(), true));
    }

    private static Dot dot(ScaleOnWall scale, double value, boolean isFull) {
        double share = (value - scale.least()) / (scale.most() - scale.least());
        return new Dot(MARGIN + share * (WIDTH - 2 * MARGIN), AXIS, RADIUS, isFull);
    }

    /** Whether now is the right one of the two. */
    public boolean isNowRight() {
        return before.isEmpty() || now.atX() >= before.get().atX();
    }

    /** Where the words of the left dot end, so that they stay within the picture. */
    public String leftWords() {
        return Dot.text(Math.min(Math.max(Math.min(now.atX(), beforeX()), WORDS), rightEdge() - BETWEEN));
    }

    /** Where the words of the right dot begin. */
    public String rightWords() {
        return Dot.text(rightEdge());
    }

    private double rightEdge() {
        return Math.max(Math.min(Math.max(now.atX(), beforeX()), WIDTH - WORDS), WORDS + BETWEEN);
    }

    private double beforeX() {
        return before.map(Dot::atX).orElse(now.atX());
    }
}
