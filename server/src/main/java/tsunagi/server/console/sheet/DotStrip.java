package tsunagi.server.console.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tsunagi.server.sheet.ScaleOnWall;
import tsunagi.server.sheet.ScaleOnWall.Better;

/**
 * Where a workplace stands among the others: all of them as dots above an axis, its own marked.
 *
 * @param others the dots of the other workplaces
 * @param own its own dot
 * @param from what the axis begins with
 * @param until what it ends with
 */
public record DotStrip(ScaleOnWall scale, List<Dot> others, Dot own, double from, double until) {
    public static final int WIDTH = 360;
    public static final int HEIGHT = 62;
    public static final int AXIS = 46;

    private static final int MARGIN = 16;
    private static final double RADIUS = 4.5;
    private static final double OWN_RADIUS = 6.5;
    private static final int STEPS = 10;

    static DotStrip of(ScaleOnWall scale) {
        double step = (scale.most() - scale.least()) / STEPS;
        double[] all = Stream.concat(
                        scale.others().stream(), Stream.of(scale.now().value()))
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        double from = Math.floor(all[0] / step) * step;
        double until = Math.max(from + step, Math.ceil(all[all.length - 1] / step) * step);
        List<Dot> others = new ArrayList<>();
        for (double other : scale.others()) {
            double x = x(other, from, until);
            long below = others.stream()
                    .filter(dot -> Math.abs(dot.atX() - x) < 2 * RADIUS)
                    .count();
            others.add(new Dot(x, AXIS - RADIUS - 2 - below * 2 * RADIUS, RADIUS, false));
        }
        Dot own = new Dot(x(scale.now().value(), from, until), AXIS, OWN_RADIUS, true);
        return new DotStrip(scale, List.copyOf(others), own, from, until);
    }

    private static double x(double value, double from, double until) {
        return MARGIN + (value - from) / (until - from) * (WIDTH - 2 * MARGIN);
    }

    public String fromText() {
        return WallPaper.number(from) + scale.unit();
    }

    public String untilText() {
        return WallPaper.number(until) + scale.unit();
    }

    public boolean isBetterRight() {
        return scale.better() == Better.HIGHER;
    }

    /** Where the words beside its own dot stand, so that they stay within the picture. */
    public String labelAnchor() {
        return own.atX() < WIDTH / 4.0 ? "start" : own.atX() > WIDTH * 3 / 4.0 ? "end" : "middle";
    }
}
